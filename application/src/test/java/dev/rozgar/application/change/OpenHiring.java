package dev.rozgar.application.change;

import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.Consent;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Letter;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.Openings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A store of changes with jobs, candidates and applications, that the contracts of hiring are tried on.
abstract class OpenHiring extends OpenStore {
    static final Instant NOW = SampleJobs.NOW;

    final Job job(int seats, int filled) {
        return run(space -> {
            var company = newCompany(space);
            var plain = SampleJobs.plain(space.jobs().nextId(), company);
            var job = SampleJobs.in(
                    plain.id(), company, plain.state(), plain.content().with(new Openings(seats, filled)));
            space.jobs().save(job);
            return job;
        });
    }

    final Candidate candidate() {
        return run(space -> {
            var id = space.hiring().nextCandidate();
            var phone = new PhoneNumber("+9198" + String.format("%08d", id.value() % 100_000_000));
            var made = new Candidate(id, "Ravi", phone, Optional.of(NOW), Optional.empty());
            space.hiring().add(made);
            return made;
        });
    }

    final JobApplication sent(Job job, Candidate candidate, ApplicationState state) {
        return save(job, letter(candidate, List.of(), ApplicationSource.BOARD), state);
    }

    final JobApplication save(Job job, Letter letter, ApplicationState state) {
        return run(space -> {
            ApplicationId id = space.hiring().nextApplication();
            var made = new JobApplication(id, job.id(), job.company(), letter, state, 0, NOW, NOW);
            space.hiring().save(made);
            return made;
        });
    }

    static Letter letter(Candidate candidate, List<dev.rozgar.domain.hiring.Answer> answers, ApplicationSource source) {
        var consent = new Consent(true, true, Optional.empty(), Optional.empty());
        return new Letter(candidate.id(), answers, source, consent, Optional.empty());
    }
}
