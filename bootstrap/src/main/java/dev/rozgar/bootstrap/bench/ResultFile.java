package dev.rozgar.bootstrap.bench;

import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.bind.config.PropertyOrderStrategy;
import java.util.List;
import java.util.Optional;

/// Everything that was measured, for programs to read.
///
/// @param faults why the numbers must not be used; empty if they may
public record ResultFile(String benchmark, List<String> faults, Circumstances circumstances, List<Row> rows) {
    /// @param rounds every run as it was, in order
    public record Row(
            Contestant contestant,
            Spread perSecond,
            Spread p50,
            Spread p95,
            Optional<Spread> ofLimit,
            Optional<Spread> timesLimit,
            Optional<Spread> ofBaseline,
            Optional<Boolean> reachesTarget,
            List<Run> rounds) {}

    static ResultFile of(String benchmark, Scores scores, Circumstances circumstances) {
        List<Row> rows = scores.contestants().stream()
                .map(contestant -> new Row(
                        contestant,
                        scores.perSecond(contestant),
                        scores.p50(contestant),
                        scores.p95(contestant),
                        scores.ofLimit(contestant),
                        scores.timesLimit(contestant),
                        scores.ofBaseline(contestant),
                        scores.reachesTarget(contestant),
                        scores.runs(contestant)))
                .toList();
        return new ResultFile(benchmark, scores.faults(), circumstances, rows);
    }

    String json() {
        var config = new JsonbConfig()
                .withFormatting(true)
                .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
                .withPropertyOrderStrategy(PropertyOrderStrategy.ANY);
        try (var jsonb = JsonbBuilder.create(config)) {
            return jsonb.toJson(this) + "\n";
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception closing) {
            throw new IllegalStateException(closing);
        }
    }
}
