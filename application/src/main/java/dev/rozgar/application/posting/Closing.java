package dev.rozgar.application.posting;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.change.Logbook;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.Decision.Accepted;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.HiringFacts;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.JobPhase;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The end of a job's open applications. It takes a first part of them along; a job with more of them is the clock's,
/// so that no transaction grows with the number of applicants.
public final class Closing {
    /// Applications that end together with their job.
    public static final int MOST = 100;

    private static final Identity RULES = Identity.system("rules");
    private static final HiringFacts JOB_OVER =
            new HiringFacts(JobPhase.OVER, Optional.empty(), false, Optional.empty(), false, LocalDate.of(1900, 1, 1));

    private final Workspace space;
    private final JobId job;
    private final List<Accepted<JobApplication>> ended;
    private final List<InterviewSlot> released;

    private Closing(Workspace space, JobId job, List<Accepted<JobApplication>> ended, List<InterviewSlot> released) {
        this.space = space;
        this.job = job;
        this.ended = ended;
        this.released = released;
    }

    /// Reads and locks what will be written. The job's lock is held, so that nobody applies meanwhile.
    public static Closing of(Workspace space, JobId job, Instant now) {
        var ended = new ArrayList<Accepted<JobApplication>>();
        Map<Long, Integer> places = new HashMap<>();
        var ending = space.hiring().open(job, MOST);
        for (var open : ending.open()) {
            if (open.move(new ApplicationMove.CloseWithJob(), now, JOB_OVER) instanceof Accepted<JobApplication> yes) {
                ended.add(yes);
                open.state().heldSlot().ifPresent(slot -> places.merge(slot.value(), 1, Integer::sum));
            }
        }
        return new Closing(space, job, ended, released(ending.slots(), places));
    }

    /// @return how many applications ended
    public int write() {
        var log = new Logbook(space, RULES);
        for (var end : ended) {
            space.hiring().save(end.next());
            log.write(end.events(), end.next().version() + 1, Optional.empty());
        }
        released.forEach(space.hiring()::save);
        if (ended.size() < MOST) space.hiring().ended(job);
        return ended.size();
    }

    /// @param places how many of each slot are given back
    private static List<InterviewSlot> released(List<InterviewSlot> slots, Map<Long, Integer> places) {
        return slots.stream()
                .filter(slot -> places.containsKey(slot.id().value()))
                .map(slot -> released(slot, places.getOrDefault(slot.id().value(), 0)))
                .toList();
    }

    private static InterviewSlot released(InterviewSlot slot, int places) {
        return Stream.iterate(slot, InterviewSlot::release)
                .skip(places)
                .findFirst()
                .orElseThrow();
    }
}
