package dev.rozgar.domain.company;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Text;
import dev.rozgar.domain.machine.NoArrow;
import java.time.Instant;
import java.util.Optional;

/// Whether we trust a company: the whole machine. A suspended company gets back what it was before.
public sealed interface CompanyState {

    /// Nobody has looked yet; may post, every job is reviewed.
    record Unverified() implements CompanyState {}

    /// Known to be who it says it is.
    record Verified(Instant at) implements CompanyState {
        public Verified {
            at = Millis.of(at);
        }
    }

    /// May not post.
    ///
    /// @param verifiedAt when it had been verified, if it was
    record Suspended(Instant at, String reason, Optional<Instant> verifiedAt) implements CompanyState {
        public Suspended {
            at = Millis.of(at);
            verifiedAt = verifiedAt.map(Millis::of);
            reason = Text.reason(reason);
        }
    }

    /// The states' names, for storage and for the API.
    enum Kind {
        UNVERIFIED,
        VERIFIED,
        SUSPENDED
    }

    /// This state's name.
    default Kind kind() {
        return switch (this) {
            case Unverified _ -> Kind.UNVERIFIED;
            case Verified _ -> Kind.VERIFIED;
            case Suspended _ -> Kind.SUSPENDED;
        };
    }

    /// What the move leads to from here.
    default Decision<CompanyState> on(CompanyMove move, Instant now) {
        return switch (this) {
            case Unverified _ ->
                switch (move) {
                    case CompanyMove.Verify _ -> Decision.accepted(new Verified(now));
                    case CompanyMove.Suspend(String why) ->
                        Decision.accepted(new Suspended(now, why, Optional.empty()));
                    case CompanyMove.Reinstate _ -> undefined(move);
                };
            case Verified(Instant at) ->
                switch (move) {
                    case CompanyMove.Suspend(String why) -> Decision.accepted(new Suspended(now, why, Optional.of(at)));
                    case CompanyMove.Verify _, CompanyMove.Reinstate _ -> undefined(move);
                };
            case Suspended(Instant _, String _, Optional<Instant> verifiedAt) ->
                switch (move) {
                    case CompanyMove.Reinstate _ ->
                        Decision.accepted(
                                verifiedAt.<CompanyState>map(Verified::new).orElseGet(Unverified::new));
                    case CompanyMove.Verify _, CompanyMove.Suspend _ -> undefined(move);
                };
        };
    }

    private Decision<CompanyState> undefined(CompanyMove move) {
        return NoArrow.refused(move.trigger(), "company", kind());
    }
}
