package dev.rozgar.bootstrap.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything besides the scores that somebody needs to believe them, or to repeat them.
///
/// @param title what was measured, in one line
/// @param startedAt when the first round began, RFC 3339
/// @param load when the first round began and when the last one ended
/// @param engines name and version of each program that took part
/// @param figures sizes and counts, for programs
/// @param setup the same for people, a sentence each
/// @param notes what else should be known, in words
public record Circumstances(
        String title,
        String startedAt,
        Machine machine,
        Load load,
        Map<String, String> engines,
        Map<String, Long> figures,
        List<String> setup,
        List<String> notes) {
    public Circumstances {
        engines = Map.copyOf(engines);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        setup = List.copyOf(setup);
        notes = List.copyOf(notes);
    }

    /// The average number of processes that were running or wanted to.
    public record Load(double before, double after) {}
}
