package dev.rozgar.domain.job;

/// What the guards of [JobState] look at besides the clock.
public record JobFacts(PostingWindow window, Openings openings, Standing standing) {
    /// Facts of a job against which nothing stands.
    public JobFacts(PostingWindow window, Openings openings) {
        this(window, openings, Standing.GOOD);
    }
}
