package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.checking.CheckedTruth.Facts;
import dev.rozgar.application.checking.Difference;
import dev.rozgar.application.checking.Explanation;
import dev.rozgar.application.checking.FieldDifference;
import dev.rozgar.application.checking.Findings;
import dev.rozgar.application.checking.Standing.Debt;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a check found, for programs; the same members as over HTTP.
final class CheckJson {
    private static final JsonProvider JSON = JsonProvider.provider();

    private CheckJson() {}

    static JsonObject of(Findings findings) {
        JsonObjectBuilder counts = JSON.createObjectBuilder();
        findings.counts().forEach((kind, count) -> counts.add(word(kind), count));
        JsonArrayBuilder first = JSON.createArrayBuilder();
        findings.first().forEach(difference -> first.add(difference(difference)));
        return JSON.createObjectBuilder()
                .add("in_step", findings.isInStep())
                .add("checked", findings.checked())
                .add("compared", findings.compared())
                .add("differences", findings.differences())
                .add("by_kind", counts)
                .add("first", first)
                .add("renumbered", findings.renumbered())
                .add("unsettled", findings.unsettled())
                .add("repaired", findings.repaired())
                .add("took_ms", findings.took().toMillis())
                .build();
    }

    private static JsonObjectBuilder difference(Difference difference) {
        return JSON.createObjectBuilder()
                .add("id", difference.id())
                .add("kind", word(difference.kind()))
                .add("version", difference.version())
                .add("held", number(difference.held()))
                .add("fields", fields(difference.fields()))
                .add("cause", text(difference.cause()));
    }

    static JsonObject of(Explanation why) {
        return JSON.createObjectBuilder()
                .add("id", why.id())
                .add("state", word(why.state()))
                .add(
                        "truth",
                        why.facts()
                                .map(facts -> truth(facts, why))
                                .<JsonValue>map(JsonObjectBuilder::build)
                                .orElse(JsonValue.NULL))
                .add(
                        "ledger",
                        why.ledger()
                                .map(CheckJson::ledger)
                                .<JsonValue>map(JsonObjectBuilder::build)
                                .orElse(JsonValue.NULL))
                .add("spreading", why.spreading())
                .add(
                        "index",
                        JSON.createObjectBuilder()
                                .add("held", number(why.held()))
                                .add("marker", why.marker())
                                .add("visible", number(why.visible()))
                                .add("answer", why.answer()))
                .add("fields", fields(why.fields()))
                .add("repair", why.repair())
                .add("command", text(why.command()))
                .build();
    }

    private static JsonObjectBuilder truth(Facts facts, Explanation why) {
        return JSON.createObjectBuilder()
                .add("state", facts.state())
                .add("listed", why.listed())
                .add("shown", why.shown())
                .add("removed_at", text(facts.removed()))
                .add("published_at", text(facts.from()))
                .add("expires_at", text(facts.until()));
    }

    private static JsonObjectBuilder ledger(Debt debt) {
        return JSON.createObjectBuilder()
                .add("wanted", debt.wanted())
                .add("indexed", debt.indexed())
                .add("version", debt.version())
                .add("owed", debt.owed())
                .add("since", debt.since().toString())
                .add("next_try", debt.nextTry().toString())
                .add("tries", debt.tries())
                .add("error", text(debt.error()))
                .add("set_aside", debt.setAside());
    }

    private static JsonArrayBuilder fields(List<FieldDifference> fields) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        fields.forEach(field -> all.add(JSON.createObjectBuilder()
                .add("path", field.path())
                .add("truth", field.truth())
                .add("index", field.copy())));
        return all;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static JsonValue text(Optional<?> value) {
        return value.<JsonValue>map(its -> JSON.createValue(its.toString())).orElse(JsonValue.NULL);
    }

    private static JsonValue number(Optional<Long> value) {
        return value.<JsonValue>map(JSON::createValue).orElse(JsonValue.NULL);
    }
}
