package dev.rozgar.application.change;

import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.Answer;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known when somebody comes to apply for a job.
///
/// @param form    what the job asks
/// @param known   the candidates that were meant, as far as they have been met: by id or by phone, so two at the most
/// @param applied those of them who have a live application for the job, as far as they know
/// @param before  those of them who have sent any for the job, live or ended
/// @param knockedOut those of them whom the form has knocked out, with what they answered the last time, as long as
/// that
///                is kept
public record Reception(
        ApplicationForm form,
        List<Candidate> known,
        Set<CandidateId> applied,
        Set<CandidateId> before,
        Map<CandidateId, List<Answer>> knockedOut) {
    public Reception {
        known = List.copyOf(known);
        applied = Set.copyOf(applied);
        before = Set.copyOf(before);
        knockedOut = Map.copyOf(knockedOut);
    }

    public Optional<Candidate> candidate(CandidateId id) {
        return known.stream().filter(met -> met.id().equals(id)).findFirst();
    }

    /// Whoever answers at this number: people are told apart by their phones.
    public Optional<Candidate> candidate(PhoneNumber phone) {
        return known.stream().filter(met -> met.phone().equals(phone)).findFirst();
    }
}
