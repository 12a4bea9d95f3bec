package dev.rozgar.bootstrap;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Answers that were given a moment ago, the latest of them; a question that comes again meanwhile is not
/// asked again. Two who ask the same at once may both ask. A map of the JDK under one lock is enough for what
/// is looked up in less time than a request takes to be read.
final class Recent<K, V> {
    private final Function<K, V> ask;
    private final Duration fresh;
    private final LongSupplier nanos;
    private final Map<K, Answer<V>> answers;

    private record Answer<V>(V value, long at) {}

    /// @param most answers that are kept
    /// @param fresh how long an answer may be repeated
    Recent(Function<K, V> ask, int most, Duration fresh) {
        this(ask, most, fresh, System::nanoTime);
    }

    Recent(Function<K, V> ask, int most, Duration fresh, LongSupplier nanos) {
        this.ask = ask;
        this.fresh = fresh;
        this.nanos = nanos;
        this.answers = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Answer<V>> eldest) {
                return size() > most;
            }
        };
    }

    V get(K question) {
        Answer<V> known = known(question);
        long now = nanos.getAsLong();
        if (known != null && now - known.at() <= fresh.toNanos()) return known.value();
        Answer<V> answer = new Answer<>(ask.apply(question), now);
        synchronized (answers) {
            answers.put(question, answer);
        }
        return answer.value();
    }

    private @Nullable Answer<V> known(K question) {
        synchronized (answers) {
            return answers.get(question);
        }
    }
}
