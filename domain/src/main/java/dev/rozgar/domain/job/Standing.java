package dev.rozgar.domain.job;

import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Employer;
import java.time.LocalDate;

/// What a job's way to the public hangs on besides the job itself: its company.
///
/// @param contactVerified the company is verified, or its contact has answered
/// @param credit          no invoice of the company is unpaid for too long
/// @param suspended       the company may not post
public record Standing(boolean contactVerified, boolean credit, boolean suspended) {
    /// Nothing stands against it.
    public static final Standing GOOD = new Standing(true, true, false);

    /// Of a job of that company's.
    ///
    /// @param patience what was due before this day should have been paid
    public static Standing of(Employer employer, LocalDate patience) {
        return new Standing(
                employer.state().isContactVerified(),
                employer.unpaidSince().filter(due -> due.isBefore(patience)).isEmpty(),
                employer.state() instanceof CompanyState.Suspended);
    }
}
