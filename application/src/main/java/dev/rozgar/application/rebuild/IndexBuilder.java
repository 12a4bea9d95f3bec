package dev.rozgar.application.rebuild;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Evolution;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.Build.Plan;
import dev.rozgar.application.rebuild.Build.Purpose;
import dev.rozgar.application.rebuild.IndexGenerations.Generation;
import dev.rozgar.application.rebuild.IndexGenerations.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Fills an index beside the live one and makes it live in one step, while writes go on; whoever dies at it is
/// succeeded by anybody.
///
/// From the moment the build log has the build, every relay writes to both indexes. What was claimed before that
/// moment was committed before it too, and is read here afterwards; what comes later reaches the new index by the
/// relays. Both obey the version rule, so whichever arrives second changes nothing if it is older. So it stays while
/// nobody is at the build: the relays go on writing to both.
///
/// | it dies … | state | who repairs |
/// |---|---|---|
/// | after the index was made, before the log has it | an index in the slot that nobody fills | the next build, which
/// throws it away |
/// | while it fills | the log's position | whoever takes it up, from there ([Filling]) |
/// | while it checks | all is written | whoever takes it up: nothing is left to fill, it checks again |
/// | after the old index is retired, before the swap | a note that the live index lacks something, which it does not |
/// the swap that follows writes another |
/// | after the swap, before the log knows | relays that write to a slot which is empty | whoever takes it up finds its
/// index live and ends it |
/// | after that, before old indexes are pruned | one index too many | the next swap, or `index prune` |
///
/// To be used by one process at a time, which the caller sees to. Should two believe that they are the one, the log
/// obeys the later only, and a swap names the index that it means.
public final class IndexBuilder {
    /// A conflict's code where there is no index that could become live again.
    public static final String NOTHING_KEPT = "NO_EARLIER_INDEX";

    private static final int KEPT = 1;

    private final Parts parts;
    private final Supplier<String> owners;

    /// @param owners names this process, each time differently
    public IndexBuilder(Parts parts, Supplier<String> owners) {
        this.parts = parts;
        this.owners = owners;
    }

    /// A build that was left and that this version may go on with.
    public Optional<Build> left() {
        return parts.log().underWay().filter(this::isOurs);
    }

    private boolean isOurs(Build build) {
        return build.plan().fingerprint().equals(parts.fingerprint());
    }

    /// Notes what is to be done, or takes up what was left of the same. What was left of anything else is given up.
    public Build begin(Order order) {
        Optional<Build> left = parts.log().underWay();
        if (left.isPresent()) {
            Build found = left.get();
            if (isOurs(found) && found.plan().purpose() == order.purpose() && isThere(found))
                return takeUp(found, order);
            giveUp(found);
        }
        return switch (order.purpose()) {
            case REBUILD ->
                begin(
                        plan(order, parts.generations().startBuilding(), List.of()),
                        parts.jobs().count());
            case ROLLBACK -> {
                String kept = rollbackTarget();
                yield begin(plan(order, kept, List.of()), parts.jobs().missedBy(kept));
            }
            case BACK_FILL ->
                begin(plan(order, live().name(), missing(live())), parts.jobs().count());
        };
    }

    /// Whether it could begin: throws what [#begin] would.
    public void check(Order order) {
        if (order.purpose() == Build.Purpose.ROLLBACK) rollbackTarget();
    }

    /// Goes on with what was left, as it was meant.
    public Build takeUp(Build left) {
        Plan plan = left.plan();
        return takeUp(left, new Order(plan.purpose(), plan.force(), plan.rate()));
    }

    private Build takeUp(Build left, Order order) {
        Plan old = left.plan();
        Plan plan = new Plan(old.purpose(), old.index(), old.fingerprint(), order.force(), order.rate(), old.fields());
        long total = old.purpose() == Purpose.ROLLBACK
                ? parts.jobs().missedBy(old.index())
                : parts.jobs().count();
        return parts.log().takeUp(left, plan, total, owners.get());
    }

    private Build begin(Plan plan, long total) {
        return parts.log().begin(plan, total, owners.get());
    }

    private Plan plan(Order order, String index, List<String> fields) {
        return new Plan(order.purpose(), index, parts.fingerprint(), order.force(), order.rate(), fields);
    }

    private Generation live() {
        return parts.generations()
                .state()
                .live()
                .orElseThrow(() -> PortFailure.unavailable("there is no live index", null));
    }

    private List<String> missing(Generation live) {
        return live.declaration()
                .map(its -> Evolution.between(its, parts.schema().declaration()).added())
                .orElse(List.of());
    }

    private String rollbackTarget() {
        return parts.generations().state().kept().stream()
                .filter(kept -> kept.fingerprint().equals(parts.fingerprint()))
                .map(Generation::name)
                .filter(parts.log()::isRetired)
                .findFirst()
                .orElseThrow(() -> PortFailure.conflict(
                        NOTHING_KEPT,
                        "no earlier index of this version's declaration is kept; start the version that made it, or"
                                + " rebuild",
                        null));
    }

    private boolean isThere(Build build) {
        State state = parts.generations().state();
        String index = build.plan().index();
        return switch (build.plan().purpose()) {
            case REBUILD -> state.isBuilding(index) || state.isLive(index);
            case ROLLBACK -> state.all().anyMatch(one -> one.name().equals(index));
            case BACK_FILL -> state.isLive(index);
        };
    }

    /// Ends a build that nobody will go on with, and frees its slot.
    public Build giveUp(Build left) {
        Build mine = takeUp(left);
        return free(mine, Outcome.ABANDONED, List.of("given up for another"));
    }

    private Build free(Build build, Outcome outcome, List<String> remarks) {
        State state = parts.generations().state();
        String index = build.plan().index();
        if (state.isBuilding(index)) {
            if (build.plan().purpose() == Purpose.ROLLBACK) parts.generations().putBack(index);
            else parts.generations().abandonBuilding();
        }
        return parts.log().end(build, outcome, remarks);
    }

    /// Does what is left of a build that this process has begun or taken up.
    ///
    /// @return the build, ended
    public Build run(Build build, Watch watch) {
        return switch (build.plan().purpose()) {
            case REBUILD, ROLLBACK -> toSwap(build, watch);
            case BACK_FILL -> {
                parts.generations().widen(build.plan().index());
                yield done(fill(build, watch).build(), List.of());
            }
        };
    }

    private Build toSwap(Build build, Watch watch) {
        String index = build.plan().index();
        State state = parts.generations().state();
        // Whoever died after the swap has left nothing else to do.
        if (state.isLive(index)) return done(build, List.of());
        boolean kept = build.plan().purpose() == Purpose.ROLLBACK && !state.isBuilding(index);
        if (kept) parts.generations().reopen(index);
        return swap(fill(build, watch), watch);
    }

    private Filling fill(Build build, Watch watch) {
        Filling filling = new Filling(parts.index(), parts.log(), watch, build);
        String index = build.plan().index();
        filling.fill(
                switch (build.plan().purpose()) {
                    case REBUILD -> parts.jobs()::claimedAfter;
                    case BACK_FILL -> parts.jobs()::after;
                    case ROLLBACK -> (id, most) -> parts.jobs().missedBy(index, id, most);
                });
        return filling;
    }

    private Build swap(Filling filled, Watch watch) {
        Optional<String> live = parts.generations().state().live().map(Generation::name);
        boolean force = filled.build().plan().force();
        SwapGate.Verdict verdict = new SwapGate(parts, watch).judge(filled, live);
        if (!verdict.reasons().isEmpty() && !force) return free(filled.build(), Outcome.REFUSED, verdict.reasons());
        watch.step("swapping");
        // Whoever is not the builder any more learns it here, before the swap and not after.
        Build build = parts.log().advance(filled.build(), filled.build().position(), List.of());
        live.ifPresent(parts.log()::retire);
        parts.generations().promote(build.plan().index());
        List<String> remarks = new ArrayList<>(verdict.remarks());
        verdict.reasons().forEach(reason -> remarks.add("swapped by force, though " + reason));
        Build ended = done(build, remarks);
        prune(KEPT);
        return ended;
    }

    private Build done(Build build, List<String> remarks) {
        return parts.log().end(build, Outcome.DONE, remarks);
    }

    /// Removes indexes that are neither live nor being built, but for the newest ones.
    ///
    /// @return the names of those that are gone
    public List<String> prune(int keep) {
        List<String> gone = parts.generations().state().kept().stream()
                .skip(keep)
                .map(Generation::name)
                .toList();
        gone.forEach(parts.generations()::delete);
        return gone;
    }
}
