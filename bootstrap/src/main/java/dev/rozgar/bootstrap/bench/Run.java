package dev.rozgar.bootstrap.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One measured run of one load.
///
/// @param asked requests that were to be sent
/// @param completed requests that were answered
/// @param failed answers that broke off, or did not come
/// @param refused answers with another status than 2xx
/// @param seconds from the first request to the last answer
/// @param p50 milliseconds within which half of the answers came
/// @param p95 milliseconds within which 95 of 100 answers came
/// @param bytes of the bodies of all answers
/// @param statuses how often each HTTP status was seen, where statuses were watched
public record Run(
        int asked,
        int completed,
        int failed,
        int refused,
        double seconds,
        double p50,
        double p95,
        long bytes,
        Map<Integer, Integer> statuses) {
    public Run {
        statuses = Map.copyOf(statuses);
    }

    public double perSecond() {
        return seconds <= 0 ? 0 : completed / seconds;
    }

    public long bytesPerAnswer() {
        return completed == 0 ? 0 : Math.round((double) bytes / completed);
    }

    /// Why this run says nothing; empty if it may count.
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (completed < asked) faults.add("only " + completed + " of " + asked + " requests were answered");
        if (failed > 0) faults.add(failed + " requests failed");
        if (refused > 0) faults.add(refused + " answers were not 2xx" + seen());
        return faults;
    }

    private String seen() {
        return statuses.isEmpty()
                ? ""
                : statuses.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(status -> status.getValue() + " × " + status.getKey())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
