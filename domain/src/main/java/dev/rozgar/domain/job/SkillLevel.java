package dev.rozgar.domain.job;

/// How much it counts. The weights are JobTech's: 10 and more is a must, 5 and less is nice to have.
public enum SkillLevel {
    MUST(10, 100),
    NICE(0, 5);

    private final int least;
    private final int most;

    SkillLevel(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /// Whether a weight belongs to this level.
    public boolean holds(int weight) {
        return weight >= least && weight <= most;
    }

    /// The weight where none is given: 10 for a must, 5 for nice to have.
    public int usualWeight() {
        return this == MUST ? least : most;
    }

    String range() {
        return "of " + name() + " must be " + least + " to " + most;
    }
}
