package dev.rozgar.application.hiring;

import dev.rozgar.application.change.Reception;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import java.util.Optional;
import java.util.function.Supplier;

/// Who applies.
public sealed interface Applicant {
    /// Somebody the board has met.
    record Known(CandidateId id) implements Applicant {}

    /// Somebody who says who it is. Whoever has been met already stays as it was: a partner that names a number does
    /// not rename its owner.
    ///
    /// @param name at most 100 characters
    record Introduced(String name, PhoneNumber phone, Optional<EmailAddress> email) implements Applicant {}

    /// Who is meant by its id: somebody who is known, or the caller.
    ///
    /// @param own the caller's own id, if the caller is the candidate
    default Optional<CandidateId> id(Optional<CandidateId> own) {
        return switch (this) {
            case Known(CandidateId id) -> Optional.of(id);
            case Introduced _ -> own;
        };
    }

    default Optional<PhoneNumber> number() {
        return switch (this) {
            case Known _ -> Optional.empty();
            case Introduced introduced -> Optional.of(introduced.phone());
        };
    }

    /// Finds the candidate, or makes it.
    ///
    /// @param own  the caller's own id, if the caller is the candidate
    /// @param next an id for somebody new
    default Decision<Met> meet(Reception reception, Optional<CandidateId> own, Supplier<CandidateId> next) {
        return switch (this) {
            case Known(CandidateId id) ->
                reception
                        .candidate(id)
                        .map(Met::again)
                        .map(Decision::<Met>accepted)
                        .orElseGet(() -> unknown(id));
            case Introduced introduced -> met(introduced, reception, own, next);
        };
    }

    private static Decision<Met> met(
            Introduced introduced, Reception reception, Optional<CandidateId> own, Supplier<CandidateId> next) {
        var known = own.flatMap(reception::candidate);
        if (known.isPresent()) return Decision.accepted(Met.again(known.get()));
        var sameNumber = reception.candidate(introduced.phone());
        if (sameNumber.isPresent() && own.isPresent()) return taken();
        // The store will give it to somebody else, or has given it up.
        if (own.filter(CandidateId::isOfStore).isPresent()) return unknown(own.get());
        return Decision.accepted(
                sameNumber.map(Met::again).orElseGet(() -> Met.first(introduced, own.orElseGet(next))));
    }

    private static Decision<Met> unknown(CandidateId id) {
        return Decision.refused(new Reason(
                "UNKNOWN_CANDIDATE",
                "There is no candidate " + id.value() + ".",
                "Say who applies, with a phone number."));
    }

    private static Decision<Met> taken() {
        return Decision.refused(new Reason(
                "PHONE_IN_USE", "The phone number belongs to another candidate.", "Give a number of your own."));
    }

    /// A candidate, to be stored if it is new.
    record Met(Candidate candidate, boolean isNew) {
        static Met again(Candidate candidate) {
            return new Met(candidate, false);
        }

        static Met first(Introduced said, CandidateId id) {
            return new Met(new Candidate(id, said.name(), said.phone(), Optional.empty(), said.email()), true);
        }
    }
}
