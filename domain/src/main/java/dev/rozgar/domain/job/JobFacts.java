package dev.rozgar.domain.job;

/// What the guards of [JobState] look at besides the clock.
public record JobFacts(PostingWindow window, Openings openings) {}
