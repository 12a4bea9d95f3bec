package dev.rozgar.adapters.elasticsearch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes of an array at once, the first of them lowest.
final class EightBytes {
    private static final VarHandle VIEW = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = LOW_BITS << 7;

    private EightBytes() {}

    /// Those from `i` on.
    static long at(byte[] bytes, int i) {
        return (long) VIEW.get(bytes, i);
    }

    /// The same ASCII character eight times.
    static long of(int ascii) {
        return LOW_BITS * ascii;
    }

    /// Marks the first byte that is zero and none before it; bytes behind it may be marked wrongly (Alan Mycroft's
    /// trick).
    static long zeros(long eight) {
        return (eight - LOW_BITS) & ~eight & HIGH_BITS;
    }

    /// Which byte is the first that is marked.
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
    }
}
