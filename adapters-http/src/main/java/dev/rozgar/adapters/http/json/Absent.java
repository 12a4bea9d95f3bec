package dev.rozgar.adapters.http.json;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What may be left out of a body, on its way in and on its way out.
public final class Absent {
    private Absent() {}

    /// As JSON-B wants it: a member that is null is not written.
    public static <T, R> @Nullable R orNull(Optional<T> value, Function<T, R> shown) {
        return value.isPresent() ? shown.apply(value.get()) : null;
    }

    public static boolean isTrue(@Nullable Boolean flag) {
        return flag != null && flag;
    }

    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
