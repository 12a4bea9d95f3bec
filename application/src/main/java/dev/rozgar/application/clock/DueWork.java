package dev.rozgar.application.clock;

import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What the clock should look at. Only ids and no locks: whoever comes first does it, and everybody else is refused.
/// At most `most` of each, what has waited longest first.
public interface DueWork {
    /// Scheduled jobs whose moment of publication has come.
    List<JobId> jobsToStart(Instant now, int most);

    /// Jobs in force whose time is over.
    List<JobId> jobsToExpire(Instant now, int most);

    /// Applications with an offer whose time is over.
    List<ApplicationId> offersToLapse(Instant now, int most);

    /// Jobs that ended before that moment and have no application that goes on.
    List<JobId> jobsToArchive(Instant endedBefore, int most);

    /// Jobs that have ended or were removed, and may still have applications that end with them: until
    /// [dev.rozgar.application.change.HiringDesk#ended] says that there are none.
    List<JobId> endedJobsWithOpenApplications(int most);

    /// Companies, not removed, that used something of these kinds before that moment which stands on no invoice yet.
    List<CompanyId> companiesToBill(Set<LineKind> kinds, Instant before, int most);
}
