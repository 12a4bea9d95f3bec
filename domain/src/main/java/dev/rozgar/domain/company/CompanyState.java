package dev.rozgar.domain.company;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.Text;
import dev.rozgar.domain.machine.NoArrow;
import java.time.Instant;
import java.util.Optional;

/// Whether we trust a company: the whole machine. A suspended company gets back what it was before.
public sealed interface CompanyState {

    /// Nobody has looked at its papers yet; every job is reviewed.
    ///
    /// @param contactAt when somebody found that its contact answers; before that it submits no jobs
    record Unverified(Optional<Instant> contactAt) implements CompanyState {
        public Unverified {
            contactAt = contactAt.map(Millis::of);
        }

        /// Of a company that nobody has tried to reach.
        public Unverified() {
            this(Optional.empty());
        }
    }

    /// Known to be who it says it is.
    record Verified(Instant at) implements CompanyState {
        public Verified {
            at = Millis.of(at);
        }
    }

    /// May not post.
    ///
    /// @param verifiedAt when it had been verified, if it was
    /// @param contactAt  when its contact had answered, if it was not verified
    record Suspended(Instant at, String reason, Optional<Instant> verifiedAt, Optional<Instant> contactAt)
            implements CompanyState {
        public Suspended {
            at = Millis.of(at);
            verifiedAt = verifiedAt.map(Millis::of);
            contactAt = contactAt.map(Millis::of);
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

    /// Whether somebody can be asked about its jobs. Who looked at its papers has asked.
    default boolean isContactVerified() {
        return switch (this) {
            case Unverified(Optional<Instant> contactAt) -> contactAt.isPresent();
            case Verified _ -> true;
            case Suspended(Instant _, String _, Optional<Instant> verifiedAt, Optional<Instant> contactAt) ->
                verifiedAt.isPresent() || contactAt.isPresent();
        };
    }

    /// The same with another contact, whom nobody has tried to reach.
    default CompanyState withOtherContact() {
        return switch (this) {
            case Unverified _ -> new Unverified();
            case Verified _ -> this;
            case Suspended(Instant at, String reason, Optional<Instant> verifiedAt, Optional<Instant> _) ->
                new Suspended(at, reason, verifiedAt, Optional.empty());
        };
    }

    /// What the move leads to from here.
    default Decision<CompanyState> on(CompanyMove move, Instant now) {
        return switch (this) {
            case Unverified(Optional<Instant> contactAt) ->
                switch (move) {
                    case CompanyMove.Verify _ -> Decision.accepted(new Verified(now));
                    case CompanyMove.VerifyContact _ ->
                        contactAt.isPresent() ? answered() : Decision.accepted(new Unverified(Optional.of(now)));
                    case CompanyMove.Suspend(String why) ->
                        Decision.accepted(new Suspended(now, why, Optional.empty(), contactAt));
                    case CompanyMove.Reinstate _ -> undefined(move);
                };
            case Verified(Instant at) ->
                switch (move) {
                    case CompanyMove.Suspend(String why) ->
                        Decision.accepted(new Suspended(now, why, Optional.of(at), Optional.empty()));
                    case CompanyMove.Verify _, CompanyMove.VerifyContact _, CompanyMove.Reinstate _ -> undefined(move);
                };
            case Suspended(Instant _, String _, Optional<Instant> verifiedAt, Optional<Instant> contactAt) ->
                switch (move) {
                    case CompanyMove.Reinstate _ ->
                        Decision.accepted(
                                verifiedAt.<CompanyState>map(Verified::new).orElseGet(() -> new Unverified(contactAt)));
                    case CompanyMove.Verify _, CompanyMove.VerifyContact _, CompanyMove.Suspend _ -> undefined(move);
                };
        };
    }

    private static Decision<CompanyState> answered() {
        return Decision.refused(
                new Reason("CONTACT_VERIFIED", "The company's contact has answered before.", "Nothing is to be done."));
    }

    private Decision<CompanyState> undefined(CompanyMove move) {
        return NoArrow.refused(move.trigger(), "company", kind());
    }
}
