package dev.rozgar.domain.job;

/// What a job's way to the public hangs on besides the job itself; the use case finds it out.
///
/// @param contactVerified the company is verified, or the recruiter's phone answered
/// @param credit          the company's plan covers one more job that is shown
public record Standing(boolean contactVerified, boolean credit) {
    /// Nothing stands against it.
    public static final Standing GOOD = new Standing(true, true);
}
