package dev.rozgar.application.change;

import dev.rozgar.application.clock.PersonalData;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// People forgotten in a memory. When a removed job was removed, its log says.
public record InMemoryPersonalData(InMemoryTransactions transactions) implements PersonalData {
    @Override
    public int forgetEndedConsents(Instant now, int most) {
        var due = wordy(sent -> sent.letter().consent().hasEnded(now), most);
        due.forEach(sent -> forget(sent, now));
        for (var sent : due) {
            var candidate = sent.letter().candidate();
            boolean goes = rows().applications.values().stream()
                    .filter(other -> other.letter().candidate().equals(candidate))
                    .noneMatch(other ->
                            other.state().isLive() || !other.letter().consent().hasEnded(now));
            if (goes) forget(candidate);
        }
        return due.size();
    }

    @Override
    public int forgetPastJobs(Instant endedBefore, Instant now, int most) {
        int rest = most;
        int jobs = 0;
        for (JobId job : past(endedBefore).toList()) {
            var due = wordy(sent -> sent.job().equals(job), rest);
            boolean spoken = redact(new Subject(Subject.Kind.JOB, job.value()), due.size() < rest);
            if (due.isEmpty() && !spoken) continue;
            due.forEach(sent -> forget(sent, now));
            jobs++;
            rest -= due.size();
            if (rest == 0) break;
        }
        return jobs;
    }

    private Stream<JobId> past(Instant endedBefore) {
        var archived = rows().jobs.values().stream()
                .filter(job -> job.state() instanceof JobState.Archived)
                .map(job -> job.id());
        var removed = rows().log.stream()
                .filter(line -> line.move().equals(Logbook.REMOVE) && line.at().isBefore(endedBefore))
                .map(line -> new JobId(line.subject().id()))
                .filter(rows().removedJobs::containsKey);
        return Stream.concat(archived, removed)
                .filter(job -> rows().applications.values().stream()
                        .noneMatch(
                                sent -> sent.job().equals(job) && sent.state().isLive()));
    }

    private List<JobApplication> wordy(Predicate<JobApplication> wanted, int most) {
        return rows().applications.values().stream()
                .filter(wanted)
                .filter(this::hasWords)
                .sorted(Comparator.comparingLong(sent -> sent.id().value()))
                .limit(most)
                .toList();
    }

    private boolean hasWords(JobApplication sent) {
        boolean own = !sent.equals(sent.forgotten(sent.updatedAt()));
        return own || rows().log.stream().anyMatch(line -> line.subject().equals(subject(sent)) && isSpoken(line));
    }

    private static Subject subject(JobApplication sent) {
        return new Subject(Subject.Kind.APPLICATION, sent.id().value());
    }

    private void forget(CandidateId candidate) {
        rows().candidates.remove(candidate);
        var keeper = new Keeper.OfCandidate(candidate);
        rows().searches.values().removeIf(search -> search.keeper().equals(keeper));
        rows().webhooks.values().removeIf(hook -> hook.webhook().keeper().equals(keeper));
    }

    private void forget(JobApplication sent, Instant now) {
        rows().applications.put(sent.id(), sent.forgotten(now));
        redact(subject(sent), true);
    }

    /// @return whether there was something to redact
    private boolean redact(Subject subject, boolean now) {
        boolean spoken = rows().log.stream().anyMatch(line -> line.subject().equals(subject) && isSpoken(line));
        if (now) rows().log.replaceAll(line -> line.subject().equals(subject) ? redacted(line) : line);
        return spoken && now;
    }

    private static boolean isSpoken(Transition line) {
        return !line.equals(redacted(line));
    }

    private static Transition redacted(Transition line) {
        var actor = new Transition.Actor(line.actor().role(), line.actor().subject(), Optional.empty());
        return new Transition(
                line.subject(),
                line.sequence(),
                line.move(),
                line.from(),
                line.to(),
                line.reason().map(_ -> Rejection.REMOVED),
                actor,
                line.version(),
                line.at());
    }

    private Memory rows() {
        return transactions.stored();
    }
}
