package dev.rozgar.application.shadow;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.shadow.ShadowCompare.Stores;
import dev.rozgar.application.shadow.Waivers.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Runs queries on both stores and tells where their answers differ: documents, order, bytes, points, distances, the
/// way on, totals and facets. Each query is asked of both as of the same moment. Nothing is written.
public final class VerifyQueries {
    /// Findings that a report names.
    public static final int MOST_TOLD = 20;

    private final Stores stores;
    private final Waivers waivers;
    private final int patience;

    /// @param patience how many queries a store may leave unanswered before it is left alone
    public VerifyQueries(Stores stores, Waivers waivers, int patience) {
        this.stores = stores;
        this.waivers = waivers;
        this.patience = patience;
    }

    /// @param text for people: what was asked
    public record Asked(String text, DocumentQuery query) {}

    /// A query that the stores answer differently.
    ///
    /// @param kinds with the documents that are to blame, where it is some of them
    /// @param first the document at the first place where the pages differ
    /// @param why   in words, of a store that has not answered
    public record Finding(
            String query,
            Map<Difference, List<Long>> kinds,
            Optional<Long> first,
            Optional<Total> truth,
            Optional<Total> copy,
            Optional<String> why) {
        /// Whether all of it is explained by what is under way to the copy.
        public boolean isLag() {
            return kinds.keySet().equals(Set.of(Difference.LAG));
        }

        static Finding of(Asked asked, Pages pages, Map<Difference, List<Long>> kinds) {
            return new Finding(
                    asked.text(),
                    kinds,
                    pages.firstDiffering(),
                    pages.truth().total(),
                    pages.copy().total(),
                    Optional.empty());
        }

        static Finding unanswered(Asked asked, PortFailure failure) {
            return new Finding(
                    asked.text(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(String.valueOf(failure.getMessage())));
        }
    }

    /// Told as it goes.
    public interface Watch {
        void at(long compared);

        void found(Finding finding);
    }

    /// @param same       answered alike, to the last bit or by a waiver
    /// @param waived     by each waiver that is granted: queries whose answers are the same thanks to it
    /// @param lag        queries whose difference is under way
    /// @param differ     the others
    /// @param unanswered by one store or both
    /// @param first      of what was found, at most [#MOST_TOLD]
    /// @param truth      the median of what the first store took
    public record Report(
            long compared,
            long same,
            Map<Kind, Long> waived,
            long lag,
            long differ,
            long unanswered,
            List<Finding> first,
            Duration truth,
            Duration copy) {
        /// What nothing had to be waived by: it may be time to take it back.
        public List<Kind> idle() {
            return waived.entrySet().stream()
                    .filter(entry -> entry.getValue() == 0)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        public boolean isOneAnswer() {
            return differ == 0 && unanswered == 0;
        }
    }

    /// @throws PortFailure where a store leaves more unanswered than there is patience for
    public Report handle(Iterable<Asked> queries, Watch watch) {
        Run run = new Run(watch);
        for (Asked asked : queries) run.compare(asked);
        return run.report();
    }

    /// One set of queries.
    private final class Run {
        private final Watch watch;
        private final Timed truth = new Timed(stores.truth());
        private final Timed copy = new Timed(stores.copy());
        private final Inquiry inquiry = new Inquiry(stores, waivers);
        private final Map<Kind, Long> waived = new EnumMap<>(Kind.class);
        private final List<Finding> first = new ArrayList<>();
        private long compared;
        private long same;
        private long lag;
        private long differ;
        private long unanswered;

        Run(Watch watch) {
            this.watch = watch;
            waivers.granted().keySet().forEach(kind -> waived.put(kind, 0L));
        }

        void compare(Asked asked) {
            try {
                judge(asked);
            } catch (PortFailure failure) {
                if (++unanswered > patience) throw failure;
                tell(Finding.unanswered(asked, failure));
            }
            watch.at(++compared);
        }

        private void judge(Asked asked) {
            Pages pages = new Pages(truth.search(asked.query()), copy.search(asked.query()), waivers);
            Likeness likeness = pages.likeness();
            if (likeness.same()) {
                same++;
                likeness.waived().forEach(kind -> waived.merge(kind, 1L, Long::sum));
                return;
            }
            Finding finding =
                    Finding.of(asked, pages, inquiry.into(asked.query(), pages).found());
            if (finding.isLag()) lag++;
            else differ++;
            tell(finding);
        }

        private void tell(Finding finding) {
            if (first.size() < MOST_TOLD) first.add(finding);
            watch.found(finding);
        }

        Report report() {
            return new Report(
                    compared,
                    same,
                    Map.copyOf(waived),
                    lag,
                    differ,
                    unanswered,
                    List.copyOf(first),
                    truth.median(),
                    copy.median());
        }
    }

    /// A store and how long it takes.
    private static final class Timed {
        private final JobReadModel store;
        private final List<Long> nanos = new ArrayList<>();

        Timed(JobReadModel store) {
            this.store = store;
        }

        DocumentPage search(DocumentQuery query) {
            long begin = System.nanoTime();
            DocumentPage page = store.search(query);
            nanos.add(System.nanoTime() - begin);
            return page;
        }

        Duration median() {
            if (nanos.isEmpty()) return Duration.ZERO;
            return Duration.ofNanos(nanos.stream().sorted().toList().get(nanos.size() / 2));
        }
    }
}
