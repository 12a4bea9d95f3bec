package dev.rozgar.adapters.http.posting;

import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.shadow.Difference;
import dev.rozgar.application.shadow.VerifyQueries.Finding;
import dev.rozgar.application.shadow.VerifyQueries.Report;
import dev.rozgar.application.shadow.Waivers;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a comparison of both stores' answers is told as.
public final class VerifyViews {
    private VerifyViews() {}

    /// @param oneAnswer   nothing differs but what is under way to the index
    /// @param same        answered alike, to the last bit or by a waiver
    /// @param lag         differ by what is under way
    /// @param different   differ otherwise
    /// @param waived      what two answers may differ in, with the queries that needed it
    /// @param differences the first of them
    /// @param seed        of random queries
    /// @param postgresUs  the median of what an answer took, in microseconds
    public record Verified(
            Boolean oneAnswer,
            Long compared,
            Long same,
            Long lag,
            Long different,
            List<Waived> waived,
            List<Different> differences,
            @Nullable Long seed,
            Long postgresUs,
            Long elasticsearchUs) {
        static Verified of(Report report, Waivers waivers, @Nullable Long seed) {
            return new Verified(
                    report.isOneAnswer(),
                    report.compared(),
                    report.same(),
                    report.lag(),
                    report.differ(),
                    waivers.granted().values().stream()
                            .map(waiver -> new Waived(
                                    waiver.kind(), report.waived().getOrDefault(waiver.kind(), 0L), waiver.reason()))
                            .sorted()
                            .toList(),
                    report.first().stream().map(Different::of).toList(),
                    seed,
                    report.truth().toNanos() / 1_000,
                    report.copy().toNanos() / 1_000);
        }
    }

    /// @param queries whose answers are the same thanks to it
    public record Waived(Waivers.Kind waiver, Long queries, String reason) implements Comparable<Waived> {
        @Override
        public int compareTo(Waived other) {
            return waiver.compareTo(other.waiver);
        }
    }

    /// @param kinds   how the answers differ
    /// @param ids     of the documents that are to blame, if it is some of them
    /// @param firstId at the first place where the pages differ
    public record Different(
            String query,
            List<Difference> kinds,
            List<Long> ids,
            @Nullable Long firstId,
            @Nullable Long postgresTotal,
            @Nullable Long elasticsearchTotal) {
        static Different of(Finding finding) {
            return new Different(
                    finding.query(),
                    finding.kinds().keySet().stream().sorted().toList(),
                    finding.kinds().values().stream()
                            .flatMap(Collection::stream)
                            .distinct()
                            .sorted()
                            .toList(),
                    finding.first().orElse(null),
                    finding.truth().map(Total::value).orElse(null),
                    finding.copy().map(Total::value).orElse(null));
        }
    }
}
