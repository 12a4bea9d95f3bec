package dev.rozgar.application.hiring;

import dev.rozgar.application.change.HiringDesk;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import java.util.Optional;

/// Who applies.
public sealed interface Applicant {
    /// Somebody the board has met.
    record Known(CandidateId id) implements Applicant {}

    /// Somebody who says who it is. Whoever has been met already stays as it was: a partner that names a number does
    /// not rename its owner.
    ///
    /// @param name at most 100 characters
    record Introduced(String name, PhoneNumber phone, Optional<EmailAddress> email) implements Applicant {}

    /// Finds the candidate, or makes it.
    ///
    /// @param own the caller's own number, if the caller is the candidate
    default Decision<Met> meet(HiringDesk desk, Optional<CandidateId> own) {
        return switch (this) {
            case Known(CandidateId id) ->
                desk.candidate(id).map(Met::again).map(Decision::<Met>accepted).orElseGet(() -> unknown(id));
            case Introduced introduced -> met(introduced, desk, own);
        };
    }

    private static Decision<Met> met(Introduced introduced, HiringDesk desk, Optional<CandidateId> own) {
        var known = own.flatMap(desk::candidate);
        if (known.isPresent()) return Decision.accepted(Met.again(known.get()));
        var sameNumber = desk.candidate(introduced.phone());
        if (sameNumber.isPresent() && own.isPresent()) return taken();
        return Decision.accepted(
                sameNumber.map(Met::again).orElseGet(() -> Met.first(introduced, own.orElseGet(desk::nextCandidate))));
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
