package dev.rozgar.application.document;

import java.util.List;

/// Words to be shown in a document's texts.
///
/// @param any of what was asked for or stands in for it, at least one
/// @param in the weights of the fields that were looked into
public record Sought(List<Wording> any, List<Weight> in) {
    public Sought {
        any = List.copyOf(any);
        in = List.copyOf(in);
        if (any.isEmpty() || in.isEmpty()) throw new IllegalArgumentException("something somewhere");
    }
}
