package dev.rozgar.application.checking;

import dev.rozgar.application.checking.CheckedTruth.Facts;
import dev.rozgar.application.checking.Standing.Debt;
import java.util.List;
import java.util.Optional;

/// Why the copy shows of one job what it shows.
///
/// @param facts empty if there is no such job
/// @param listed whether the copy should hold its document
/// @param shown whether lists should show it at the moment: listed, and within its posting window
/// @param ledger empty if it was never owed
/// @param spreading whether a change of many documents waits to be spread, which may reach this one
/// @param held the version that the copy holds; empty if it holds nothing
/// @param marker whether that is the marker of a job that is not listed
/// @param visible the version that a search finds now
/// @param answer what the copy said last, as far as it is kept
/// @param fields where the two texts differ
/// @param repair what to do, in words
/// @param command the same as a command, where there is one
public record Explanation(
        long id,
        Optional<Facts> facts,
        boolean listed,
        boolean shown,
        Optional<Debt> ledger,
        boolean spreading,
        Optional<Long> held,
        boolean marker,
        Optional<Long> visible,
        String answer,
        State state,
        List<FieldDifference> fields,
        String repair,
        Optional<String> command) {
    /// How it is with the copy of it.
    public enum State {
        IN_STEP,
        /// A debt is to be paid, or something happened just now.
        UNDER_WAY,
        MISSING,
        EXTRA,
        STALE,
        FUTURE,
        DIFFERENT
    }
}
