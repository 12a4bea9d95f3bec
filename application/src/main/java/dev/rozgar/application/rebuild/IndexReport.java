package dev.rozgar.application.rebuild;

import dev.rozgar.application.document.Declaration;
import dev.rozgar.application.document.Evolution;
import dev.rozgar.application.indexing.IndexLedger.Backlog;
import dev.rozgar.application.rebuild.Build.Purpose;
import java.util.List;
import java.util.Optional;

/// The index as an operator wants to see it.
///
/// @param declared  what this version declares
/// @param documents visible ones of the live index
/// @param listed    jobs that should be there
/// @param build     the newest, ended or not
public record IndexReport(
        Declaration declared,
        IndexGenerations.State generations,
        long documents,
        long listed,
        Backlog backlog,
        Optional<Build> build) {

    /// How this version's declaration differs from the live index's; empty where there is no index.
    public Optional<Evolution> evolution() {
        return generations
                .live()
                .map(live -> live.fingerprint().equals(declared.fingerprint())
                        ? Evolution.between(declared, declared)
                        : live.declaration()
                                .map(theirs -> Evolution.between(theirs, declared))
                                .orElseGet(Evolution::unknown));
    }

    /// Fields that not every document has yet.
    public List<String> lacking() {
        return underWay()
                .filter(build -> build.plan().purpose() == Purpose.BACK_FILL)
                .map(build -> build.plan().fields())
                .orElse(List.of());
    }

    public Optional<Build> underWay() {
        return build.filter(newest -> newest.end().isEmpty());
    }
}
