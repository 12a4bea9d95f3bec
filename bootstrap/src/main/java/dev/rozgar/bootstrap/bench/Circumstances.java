package dev.rozgar.bootstrap.bench;

import java.util.List;
import java.util.Map;

/// Everything besides the scores that somebody needs to believe them, or to repeat them.
///
/// @param loadBefore load average when the first round began
/// @param loadAfter load average when the last round ended
/// @param engines name and version of each program that took part
/// @param notes what else should be known, in words
public record Circumstances(
        String startedAt,
        Machine machine,
        double loadBefore,
        double loadAfter,
        Map<String, String> engines,
        Sizes sizes,
        Requests requests,
        List<String> notes) {
    public Circumstances {
        engines = Map.copyOf(engines);
        notes = List.copyOf(notes);
    }

    /// @param jobs in the list that was read
    /// @param seed of the generated jobs
    /// @param documentBytes of one job on the measured page, on average
    /// @param pageBytes of one reply to a GET
    /// @param postBytes of one body that was posted
    public record Sizes(long jobs, long seed, long documentBytes, long pageBytes, long postBytes) {}

    /// @param page documents on a page
    public record Requests(int rounds, int concurrency, int gets, int posts, int page) {}
}
