package dev.rozgar.application.indexing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The claims of one batch, sorted by what the index said to them.
///
/// @param paid the index holds what they brought
/// @param busy the index had no room
/// @param contested the index holds a version as high as theirs: which one
/// @param refused the index will never take them as they are: why
/// @param complaint what the index said to one of the busy
record Verdicts(
        List<Claim> paid,
        List<Claim> busy,
        Map<Claim, Long> contested,
        Map<Claim, String> refused,
        Optional<String> complaint) {
    static Verdicts of(List<Claim> claims, List<IndexOutcome> outcomes) {
        List<Claim> paid = new ArrayList<>();
        List<Claim> busy = new ArrayList<>();
        Map<Claim, Long> contested = new LinkedHashMap<>();
        Map<Claim, String> refused = new LinkedHashMap<>();
        Optional<String> complaint = Optional.empty();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            switch (outcomes.get(i)) {
                case IndexOutcome.Stored _ -> paid.add(claim);
                case IndexOutcome.Superseded(long held) when Versions.isSurpassable(held) -> contested.put(claim, held);
                case IndexOutcome.Superseded(long held) ->
                    refused.put(claim, "the index holds version " + held + ", above all that there can be: rebuild it");
                case IndexOutcome.Refused(String reason) -> refused.put(claim, reason);
                case IndexOutcome.Busy(String reason) -> {
                    busy.add(claim);
                    complaint = Optional.of(reason);
                }
            }
        }
        return new Verdicts(paid, busy, contested, refused, complaint);
    }

    /// Whether the index had room for none of them.
    boolean nothingButBusy() {
        return paid.isEmpty() && contested.isEmpty() && refused.isEmpty();
    }
}
