package dev.rozgar.adapters.http;

import dev.rozgar.application.change.Docket;
import dev.rozgar.application.change.Ending;
import dev.rozgar.application.change.HiringDesk;
import dev.rozgar.application.change.Reception;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A desk of a board on which nobody applies: nothing is found, forms and slots are forgotten, and whoever writes an
/// application has come to the wrong fake.
final class NobodyApplies implements HiringDesk {
    @Override
    public ApplicationId nextApplication() {
        return new ApplicationId(1);
    }

    @Override
    public CandidateId nextCandidate() {
        return new CandidateId(1);
    }

    @Override
    public InterviewSlotId nextSlot() {
        return new InterviewSlotId(1);
    }

    @Override
    public Optional<JobApplication> lock(ApplicationId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Docket> lock(ApplicationId id, Optional<InterviewSlotId> asked) {
        return Optional.empty();
    }

    @Override
    public Reception receive(JobId job, Optional<CandidateId> id, Optional<PhoneNumber> phone, Instant now) {
        return new Reception(ApplicationForm.NONE, List.of(), Set.of(), Set.of(), Map.of());
    }

    @Override
    public boolean hasBrought(JobId job, String partner, Instant now) {
        return false;
    }

    @Override
    public Ending open(JobId job, int most) {
        return new Ending(List.of(), List.of());
    }

    @Override
    public List<ApplicationId> letters(JobId job, int most) {
        return List.of();
    }

    @Override
    public void forgetLetters(List<ApplicationId> ids, Instant at) {
        throw unexpected();
    }

    @Override
    public void save(JobApplication application) {
        throw unexpected();
    }

    @Override
    public void add(Candidate candidate) {
        throw unexpected();
    }

    @Override
    public void save(JobId job, ApplicationForm form) {}

    @Override
    public void save(InterviewSlot slot) {}

    @Override
    public void take(JobId job, Seat seat, ApplicationId by) {
        throw unexpected();
    }

    @Override
    public void free(JobId job, Seat seat) {
        throw unexpected();
    }

    @Override
    public void ended(JobId job) {}

    private static AssertionError unexpected() {
        return new AssertionError("nobody applies here");
    }
}
