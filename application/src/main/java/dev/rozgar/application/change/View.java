package dev.rozgar.application.change;

import dev.rozgar.domain.machine.Option;
import java.util.List;

/// A thing as those see it who may see all of it.
///
/// @param options what may happen to it now by the one who looks, and what stands against the rest
public record View<T>(T thing, List<Option<?, ?>> options) {
    public View {
        options = List.copyOf(options);
    }
}
