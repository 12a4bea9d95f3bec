package dev.rozgar.application.shadow;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.shadow.ShadowCompare.Stores;
import dev.rozgar.application.shadow.Suspects.Standing;
import dev.rozgar.domain.job.JobId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds out why two answers differ, and accuses nobody of what is merely under way: the ledger is asked, the
/// index refreshed, both stores asked again, and the ledger too. Only a document of which nothing was owed
/// before and after, and which has not changed in between, is judged by what the stores hold of it.
///
/// A page is shifted by a document too many or too few; those at its ends that differ for that reason alone are not
/// counted.
final class Inquiry {
    private final JobReadModel truth;
    private final JobReadModel copy;
    private final Suspects suspects;
    private final Runnable refresh;
    private final Waivers waivers;

    Inquiry(Stores stores, Waivers waivers) {
        this.truth = stores.truth();
        this.copy = stores.copy();
        this.suspects = stores.suspects();
        this.refresh = stores.refresh();
        this.waivers = waivers;
    }

    /// Both stores' answers to a query.
    Pages ask(DocumentQuery query) {
        return new Pages(truth.search(query), copy.search(query), waivers);
    }

    /// The same where one of them is known.
    Pages ask(DocumentQuery query, DocumentPage answer, boolean byCopy) {
        return byCopy
                ? new Pages(truth.search(query), answer, waivers)
                : new Pages(answer, copy.search(query), waivers);
    }

    /// @param found  how the answers differ, and by which documents
    /// @param repair those documents that can be put right by writing them again
    record Result(Map<Difference, List<Long>> found, List<Long> repair) {
        static Result of(Difference only, List<Long> ids) {
            return new Result(Map.of(only, ids), List.of());
        }
    }

    Result into(DocumentQuery query, Pages seen) {
        Set<Long> ids = new TreeSet<>(seen.shown());
        boolean quietBefore = suspects.isQuiet();
        Map<Long, Standing> before = suspects.of(ids);
        refresh.run();
        Pages again = ask(query);
        // Whoever comes only now was looked at too late.
        if (again.areEqual() || !ids.containsAll(again.shown()))
            return Result.of(Difference.LAG, List.copyOf(seen.differing()));
        Map<Long, Held> held = held(again.differing(), query);
        Map<Long, Standing> after = suspects.of(ids);
        List<Long> unsettled = ids.stream()
                .filter(id -> !isSettled(Objects.requireNonNull(before.get(id)), Objects.requireNonNull(after.get(id))))
                .toList();
        if (again.isInOneOrder())
            return besides(again.tellTheSame() ? Difference.TOTAL : Difference.HIT, quietBefore && suspects.isQuiet());
        return judged(again, held, after, unsettled);
    }

    private static Result besides(Difference kind, boolean quiet) {
        return Result.of(quiet ? kind : Difference.LAG, List.of());
    }

    private static boolean isSettled(Standing before, Standing after) {
        return !before.underWay() && !after.underWay() && before.change() == after.change();
    }

    /// What the two stores hold of one document.
    private record Held(Optional<String> truth, Optional<String> copy) {
        Optional<Difference> difference() {
            if (truth.equals(copy)) return Optional.empty();
            if (copy.isEmpty()) return Optional.of(Difference.MISSING);
            return Optional.of(truth.isEmpty() ? Difference.EXTRA : Difference.CONTENT);
        }
    }

    private Map<Long, Held> held(Set<Long> ids, DocumentQuery query) {
        Map<Long, Held> held = new TreeMap<>();
        for (long id : ids) {
            // What bears no id of ours cannot be asked for.
            if (id > 0)
                held.put(
                        id,
                        new Held(
                                truth.find(new JobId(id), query.asOf()).map(Document::toString),
                                copy.find(new JobId(id), query.asOf()).map(Document::toString)));
        }
        return held;
    }

    private static Result judged(
            Pages pages, Map<Long, Held> held, Map<Long, Standing> standings, List<Long> unsettled) {
        Map<Difference, List<Long>> found = new EnumMap<>(Difference.class);
        held.forEach((id, both) -> {
            if (!unsettled.contains(id))
                both.difference()
                        .ifPresent(kind -> found.computeIfAbsent(kind, _ -> new ArrayList<>())
                                .add(id));
        });
        // What is under way may have moved any of the others.
        if (!unsettled.isEmpty()) found.put(Difference.LAG, unsettled);
        if (found.isEmpty()) {
            boolean same = pages.differing().isEmpty();
            found.put(
                    same ? Difference.ORDER : Difference.MAPPING,
                    List.copyOf(same ? pages.shown() : pages.differing()));
        }
        return new Result(found, repairable(found, standings));
    }

    private static List<Long> repairable(Map<Difference, List<Long>> found, Map<Long, Standing> standings) {
        return found.entrySet().stream()
                .filter(entry -> entry.getKey() != Difference.LAG)
                .flatMap(entry -> entry.getValue().stream())
                .filter(id ->
                        id > 0 && !Objects.requireNonNull(standings.get(id)).isRefused())
                .sorted()
                .toList();
    }
}
