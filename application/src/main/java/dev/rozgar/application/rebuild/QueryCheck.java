package dev.rozgar.application.rebuild;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.rebuild.GoldenQueries.Golden;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks the truth and an index the same questions. Both change meanwhile, so what the ledger knows to be under way is
/// left out of either answer, and an answer that still differs is asked for again before it counts.
final class QueryCheck {
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);
    /// Every document begins with its id.
    private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d{1,19})");

    private final Parts parts;
    private final Watch watch;
    private final Set<Long> refused;

    /// @param refused jobs whose documents the index will not take
    QueryCheck(Parts parts, Watch watch, Set<Long> refused) {
        this.parts = parts;
        this.watch = watch;
        this.refused = Set.copyOf(refused);
    }

    /// What differs, a sentence for each query that does.
    List<String> differences(String name) {
        List<String> found = new ArrayList<>();
        for (Golden golden : parts.queries().at(parts.clock().instant())) {
            watch.step("query " + golden.text());
            difference(name, golden).ifPresent(found::add);
        }
        return found;
    }

    private Optional<String> difference(String name, Golden golden) {
        Optional<String> difference = once(name, golden);
        for (int left = TRIES - 1; left > 0 && difference.isPresent(); left--) {
            watch.pause(PAUSE);
            difference = once(name, golden);
        }
        return difference.map(what -> "the query " + golden.text() + ": " + what);
    }

    private Optional<String> once(String name, Golden golden) {
        ListedJobs jobs = parts.jobs();
        long mark = jobs.mark();
        parts.index().refresh();
        DocumentPage expected = parts.truth().search(golden.query());
        DocumentPage found = parts.contents().search(name, golden.query());
        List<Long> right = ids(expected);
        List<Long> wrong = ids(found);
        Set<Long> excused = new HashSet<>(jobs.unsettled(mark, onlyInOne(right, wrong)));
        excused.addAll(refused);
        right.removeAll(excused);
        wrong.removeAll(excused);
        // What has moved onto one of the pages has moved another document off it.
        int common = Math.min(right.size(), wrong.size());
        if (!right.subList(0, common).equals(wrong.subList(0, common)))
            return Optional.of("other ids, PostgreSQL " + brief(right) + ", the index " + brief(wrong));
        long counted = expected.total().map(Total::value).orElse(0L);
        long other = found.total().map(Total::value).orElse(0L);
        return counted == other || Math.abs(counted - other) <= refused.size() + jobs.unsettled(mark)
                ? Optional.empty()
                : Optional.of("PostgreSQL counts " + counted + ", the index " + other);
    }

    private static Set<Long> onlyInOne(Collection<Long> some, Collection<Long> others) {
        Set<Long> all = new HashSet<>(some);
        Set<Long> both = new HashSet<>(some);
        all.addAll(others);
        both.retainAll(others);
        all.removeAll(both);
        return all;
    }

    private static List<Long> ids(DocumentPage page) {
        List<Long> ids = new ArrayList<>();
        for (Document document : page.items()) {
            Matcher id = ID.matcher(document.toString());
            if (id.find()) ids.add(Long.parseLong(id.group(1)));
        }
        return ids;
    }

    private static String brief(List<Long> ids) {
        return ids.size() <= 5 ? ids.toString() : ids.subList(0, 5) + "…";
    }
}
