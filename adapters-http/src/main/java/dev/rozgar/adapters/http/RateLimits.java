package dev.rozgar.adapters.http;

/// How much one caller may ask. A caller who has been quiet may spend a whole minute's budget at once; it grows again
/// evenly.
///
/// @param readsPerMinute  0: as many as it likes
/// @param writesPerMinute 0: as many as it likes
/// @param maxCallers      remembered at a time; beyond them, newcomers share one budget
/// @param clientHeader    in which a proxy of ours says where a caller without credentials comes from, such as
///                        `X-Forwarded-For`; empty: callers come to us themselves, and such a header is not believed
public record RateLimits(int readsPerMinute, int writesPerMinute, int maxCallers, String clientHeader) {
    /// Nobody is limited.
    public static final RateLimits OFF = new RateLimits(0, 0, 1, "");

    public RateLimits {
        if (readsPerMinute < 0 || writesPerMinute < 0) throw new IllegalArgumentException("budgets are not below 0");
        if (maxCallers < 1) throw new IllegalArgumentException("maxCallers is at least 1");
    }
}
