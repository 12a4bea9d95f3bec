package dev.rozgar.application.intake;

/// Remembers which keys a file has used, as 64-bit fingerprints in one array: all that grows with the file, by at most
/// 32 bytes a row. Two keys of a million share a fingerprint about once in forty million such files.
final class SeenKeys {
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int FIRST_CAPACITY = 1 << 12;

    private long[] slots = new long[FIRST_CAPACITY];
    private int size;

    /// Whether the key is seen for the first time.
    boolean add(String key) {
        if (size * 2 >= slots.length) {
            grow();
        }
        boolean added = put(slots, fingerprint(key));
        size += added ? 1 : 0;
        return added;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        for (long fingerprint : slots) {
            if (fingerprint != 0) {
                put(larger, fingerprint);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] table, long fingerprint) {
        int mask = table.length - 1;
        int at = (int) fingerprint & mask;
        while (table[at] != 0) {
            if (table[at] == fingerprint) {
                return false;
            }
            at = (at + 1) & mask;
        }
        table[at] = fingerprint;
        return true;
    }

    /// FNV-1a over the characters, then the finaliser of SplitMix64, because the table looks at the lowest bits only.
    private static long fingerprint(String key) {
        long hash = FNV_START;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        // Zero marks a free slot.
        return hash == 0 ? 1 : hash;
    }
}
