package dev.rozgar.application.access;

/// Decides who may do what; the only place that does.
public final class Access {
    private Access() {}

    /// What an identity is told.
    public enum Verdict {
        /// Go on.
        ALLOWED,
        /// Say who you are first.
        UNKNOWN_CALLER,
        /// Not with this role or this key.
        FORBIDDEN,
        /// It belongs to somebody else, of whom nothing is said: as if it did not exist.
        HIDDEN
    }

    /// May the identity do this to something of that owner's?
    public static Verdict judge(Identity identity, Right right, Owner owner) {
        var reach = right.of(identity.role());
        if (reach.isEmpty()) {
            return identity.role() == Role.ANONYMOUS ? Verdict.UNKNOWN_CALLER : Verdict.FORBIDDEN;
        }
        if (!identity.holds(right)) return Verdict.FORBIDDEN;
        return switch (reach.get()) {
            case ANY -> Verdict.ALLOWED;
            case OWN -> owner.isOwnOf(identity) ? Verdict.ALLOWED : Verdict.HIDDEN;
        };
    }
}
