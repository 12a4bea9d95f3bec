package dev.rozgar.application.posting;

import dev.rozgar.application.change.BoardDay;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.Standing;
import java.time.Instant;

/// How long a company may owe before none of its jobs is approved any more.
///
/// @param days after the day on which an invoice was due
public record Grace(int days) {
    /// A month.
    public static final Grace USUAL = new Grace(30);

    public Grace {
        if (days < 0) throw new IllegalArgumentException("grace is not below 0");
    }

    /// Where the jobs of a company stand at that moment.
    Standing standing(Employer employer, Instant now) {
        return Standing.of(employer, BoardDay.of(now).minusDays(days));
    }
}
