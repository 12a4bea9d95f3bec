package dev.rozgar.application.indexing;

/// A row of a ledger in memory.
///
/// @param due in nanoseconds since the beginning, [#NEVER] if set aside
/// @param made when the debt was made, counted in changes
/// @param since when the debt was made, in nanoseconds since the beginning
/// @param version of the latest claim
/// @param lane 0 for an edit, 1 for what a change of the company brought
record InMemoryDebt(long wanted, long indexed, long due, int tries, long made, long since, long version, int lane) {
    static final long NEVER = Long.MAX_VALUE;
    static final InMemoryDebt NONE = new InMemoryDebt(0, 0, 0, 0, 0, 0, 0, 0);

    boolean isOwed() {
        return wanted > indexed;
    }

    boolean isAside() {
        return isOwed() && due == NEVER;
    }

    boolean isDue(long now) {
        return isOwed() && due != NEVER && due <= now;
    }

    /// One change more; the oldest unpaid one tells the age, and an edit the lane.
    InMemoryDebt changed(long now, long change, int into) {
        return isOwed()
                ? new InMemoryDebt(wanted + 1, indexed, now, 0, made, since, version, Math.min(lane, into))
                : new InMemoryDebt(wanted + 1, indexed, now, 0, change, now, version, into);
    }

    InMemoryDebt claimed(long until, long underVersion) {
        return new InMemoryDebt(wanted, indexed, until, tries, made, since, underVersion, lane);
    }

    InMemoryDebt dueAt(long moment) {
        return new InMemoryDebt(wanted, indexed, moment, tries, made, since, version, lane);
    }

    InMemoryDebt paid(long change, long now) {
        return change > indexed ? new InMemoryDebt(wanted, change, due, 0, made, now, version, lane) : this;
    }

    InMemoryDebt refused(long again) {
        return new InMemoryDebt(wanted, indexed, again, tries + 1, made, since, version, lane);
    }
}
