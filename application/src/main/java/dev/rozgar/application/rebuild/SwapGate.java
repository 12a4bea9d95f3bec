package dev.rozgar.application.rebuild;

import dev.rozgar.application.indexing.IndexEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What an index must show before it goes live: as many documents as one may expect, each of them as PostgreSQL has it,
/// and the same answers to the golden queries.
///
/// A document that differs is sent once more, so that a single lost write costs no whole build; what differs even then
/// is a reason to refuse. What the index refuses is none, as long as there are not too many: the ledger sets it aside
/// with the reason.
final class SwapGate {
    /// Of what the truth, and the live index, holds.
    static final double LEAST_SHARE = 0.8;

    private static final int NAMED = 10;

    private final Parts parts;
    private final Watch watch;

    SwapGate(Parts parts, Watch watch) {
        this.parts = parts;
        this.watch = watch;
    }

    /// @param reasons why the index must not go live; none if it may
    /// @param remarks what should be known all the same
    record Verdict(List<String> reasons, List<String> remarks) {}

    Verdict judge(Filling filling, Optional<String> live) {
        String index = filling.build().plan().index();
        watch.step("checking " + index);
        parts.index().refresh();
        List<String> reasons = new ArrayList<>(tooFew(index, live));
        List<String> remarks = new ArrayList<>();
        Set<Long> refused = new HashSet<>();
        // Of an index that is half empty nobody needs to hear which half.
        if (reasons.isEmpty()) {
            reasons.addAll(differences(index, filling, remarks, refused));
            reasons.addAll(new QueryCheck(parts, watch, refused).differences(index));
        }
        return new Verdict(List.copyOf(reasons), List.copyOf(remarks));
    }

    private List<String> tooFew(String index, Optional<String> live) {
        long built = parts.contents().count(index);
        long listed = parts.jobs().count();
        List<String> reasons = new ArrayList<>();
        if (built < LEAST_SHARE * listed)
            reasons.add("it holds " + built + " documents, less than " + LEAST_SHARE + " of the " + listed
                    + " listed jobs");
        live.map(parts.contents()::count)
                .filter(old -> built < LEAST_SHARE * old)
                .ifPresent(old -> reasons.add("it holds " + built + " documents, less than " + LEAST_SHARE + " of the "
                        + old + " of the live index"));
        return reasons;
    }

    private List<String> differences(String index, Filling filling, List<String> remarks, Set<Long> refused) {
        Comparison comparison = new Comparison(parts.jobs(), parts.contents(), watch);
        Set<Long> found = comparison.differences(index);
        if (found.isEmpty()) return List.of();
        if (found.size() >= Comparison.MOST)
            return List.of("at least " + found.size() + " documents differ from PostgreSQL's");
        List<IndexEntry> again = parts.jobs().of(found);
        refused.addAll(filling.resend(again));
        Set<Long> left = new TreeSet<>(comparison.confirmed(index, found));
        left.removeAll(refused);
        long repaired = found.size() - left.size() - refused.size();
        if (repaired > 0) remarks.add(repaired + " documents differed and were sent again");
        if (!refused.isEmpty()) remarks.add(refused.size() + " documents are refused by the index");
        return left.isEmpty()
                ? List.of()
                : List.of(left.size() + " documents differ from PostgreSQL's, of jobs " + named(left));
    }

    private static String named(Set<Long> ids) {
        String some =
                String.join(", ", ids.stream().limit(NAMED).map(String::valueOf).toList());
        return ids.size() > NAMED ? some + ", …" : some;
    }
}
