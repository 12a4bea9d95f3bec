package dev.rozgar.adapters.http.index;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.application.checking.CheckedTruth.Facts;
import dev.rozgar.application.checking.Difference;
import dev.rozgar.application.checking.Explanation;
import dev.rozgar.application.checking.FieldDifference;
import dev.rozgar.application.checking.Findings;
import dev.rozgar.application.checking.Standing.Debt;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a check of the index is told as.
public final class CheckViews {
    private CheckViews() {}

    /// @param path  where two documents differ, as in `pay.min`
    /// @param truth what PostgreSQL says there, as JSON and cut short
    /// @param index what the index says there
    public record Field(String path, String truth, String index) {
        static List<Field> of(List<FieldDifference> fields) {
            return fields.stream()
                    .map(field -> new Field(field.path(), field.truth(), field.copy()))
                    .toList();
        }
    }

    /// @param checked     jobs that were compared
    /// @param compared    of them one by one
    /// @param first       the first of those that differ
    /// @param renumbered  say the same under another number than the ledger's: no difference
    /// @param unsettled   about which something is under way: not judged
    /// @param repaired    owed anew
    public record Found(
            Boolean inStep,
            Long checked,
            Long compared,
            Long differences,
            List<Wrong> first,
            Long renumbered,
            Long unsettled,
            Long repaired,
            Long tookMs) {
        static Found of(Findings findings) {
            return new Found(
                    findings.isInStep(),
                    findings.checked(),
                    findings.compared(),
                    findings.differences(),
                    findings.first().stream().map(Wrong::of).toList(),
                    findings.renumbered(),
                    findings.unsettled(),
                    findings.repaired(),
                    findings.took().toMillis());
        }
    }

    /// @param version the ledger's, 0 if none was handed out
    /// @param held    the index's
    public record Wrong(
            Long id,
            Difference.Kind kind,
            Long version,
            @Nullable Long held,
            List<Field> fields,
            @Nullable String cause) {
        static Wrong of(Difference difference) {
            return new Wrong(
                    difference.id(),
                    difference.kind(),
                    difference.version(),
                    difference.held().orElse(null),
                    Field.of(difference.fields()),
                    difference.cause().orElse(null));
        }
    }

    /// @param job     the job's state in PostgreSQL; not there if there is no such job
    /// @param listed  whether the index should hold it
    /// @param shown   whether lists should show it now
    /// @param ledger  not there if it was never owed
    /// @param held    the version that the index holds
    /// @param marker  whether that is the marker of a job that is not listed
    /// @param visible the version that a search finds
    /// @param answer  what the index said last
    public record Explained(
            Long id,
            Explanation.State state,
            @Nullable String job,
            Boolean listed,
            Boolean shown,
            @Nullable OffsetDateTime publishedAt,
            @Nullable OffsetDateTime expiresAt,
            @Nullable Line ledger,
            @Nullable Long held,
            Boolean marker,
            @Nullable Long visible,
            String answer,
            List<Field> fields,
            String repair,
            @Nullable String command) {
        static Explained of(Explanation why) {
            return new Explained(
                    why.id(),
                    why.state(),
                    why.facts().map(Facts::state).orElse(null),
                    why.listed(),
                    why.shown(),
                    why.facts().flatMap(Facts::from).map(Json::moment).orElse(null),
                    why.facts().flatMap(Facts::until).map(Json::moment).orElse(null),
                    why.ledger().map(Line::of).orElse(null),
                    why.held().orElse(null),
                    why.marker(),
                    why.visible().orElse(null),
                    why.answer(),
                    Field.of(why.fields()),
                    why.repair(),
                    why.command().orElse(null));
        }
    }

    /// @param wanted  counts the changes
    /// @param indexed the change that the index has acknowledged
    public record Line(
            Long wanted,
            Long indexed,
            Long version,
            Boolean owed,
            OffsetDateTime since,
            OffsetDateTime nextTry,
            Integer tries,
            @Nullable String error,
            Boolean setAside) {
        static Line of(Debt debt) {
            return new Line(
                    debt.wanted(),
                    debt.indexed(),
                    debt.version(),
                    debt.owed(),
                    Json.moment(debt.since()),
                    Json.moment(debt.nextTry()),
                    debt.tries(),
                    debt.error().orElse(null),
                    debt.setAside());
        }
    }
}
