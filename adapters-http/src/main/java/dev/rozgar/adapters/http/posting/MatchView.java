package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.matching.Gap;
import dev.rozgar.application.matching.Match;
import dev.rozgar.application.matching.Match.Condition;
import dev.rozgar.application.matching.Match.Finding;
import dev.rozgar.application.matching.Match.Part;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A [Match] as it is sent; what it looks like, [MatchSchema] says.
final class MatchView {
    private MatchView() {}

    /// @param members further ones, each `,"name":value`
    static String json(Match match, Instant asOf, String members) {
        JsonObjectBuilder json = Json.PROVIDER
                .createObjectBuilder()
                .add("id", match.job().value())
                .add("as_of", asOf.toString())
                .add("matches", match.holds())
                .add("conditions", array(match.conditions().stream().map(MatchView::condition)));
        if (!match.score().isEmpty())
            json.add(
                    "score",
                    Json.PROVIDER
                            .createObjectBuilder()
                            .add("points", match.points())
                            .add("parts", array(match.score().stream().map(MatchView::part))));
        String text = json.build().toString();
        return text.substring(0, text.length() - 1) + members + '}';
    }

    private static JsonArray array(Stream<? extends JsonValue> values) {
        JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
        values.forEach(array::add);
        return array.build();
    }

    private static JsonValue condition(Condition condition) {
        JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder().add("parameter", condition.parameter());
        return finding(json, condition.finding());
    }

    private static JsonValue finding(JsonObjectBuilder json, Finding finding) {
        json.add("holds", finding.holds()).add("wanted", wanted(finding.wanted()));
        has(finding.has()).ifPresent(has -> json.add("has", has));
        finding.gap().ifPresent(gap -> json.add(gap.over() ? "over_by" : "short_by", distance(gap.by())));
        if (!finding.alternatives().isEmpty())
            json.add(
                    "alternatives",
                    array(finding.alternatives().stream()
                            .map(one -> finding(Json.PROVIDER.createObjectBuilder(), one))));
        return json.build();
    }

    private static Optional<JsonArray> has(Match.Has has) {
        return switch (has) {
            case Match.Values values ->
                Optional.of(array(values.values().stream().map(MatchView::value)));
            case Match.Places places ->
                Optional.of(array(places.weights().stream().map(MatchView::place)));
            case Match.Kilometres far ->
                Optional.of(array(far.distance().stream().map(km -> Json.PROVIDER.createValue(metrical(km)))));
            case Match.Several _ -> Optional.empty();
        };
    }

    private static BigDecimal metrical(double kilometres) {
        return BigDecimal.valueOf(kilometres).setScale(3, RoundingMode.HALF_UP);
    }

    private static JsonValue distance(Gap.Distance distance) {
        return switch (distance) {
            case Gap.Amount amount -> Json.PROVIDER.createValue(amount.amount());
            case Gap.Span span -> Json.PROVIDER.createValue(span.length().toString());
        };
    }

    private static JsonValue part(Part part) {
        JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder().add("points", part.points());
        part.by().ifPresent(by -> json.add("by", wanted(by)));
        return json.build();
    }

    /// A condition, whoever asks for it.
    static JsonValue wanted(Filter filter) {
        JsonObjectBuilder json = Json.PROVIDER.createObjectBuilder();
        switch (filter) {
            case Filter.OneOf any -> field(json, any.field()).add("any_of", values(any));
            case Filter.Missing missing -> field(json, missing.field()).add("missing", true);
            case Filter.Range range -> {
                field(json, range.field());
                range.from().ifPresent(from -> json.add(name(from, "gt"), value(from.value())));
                range.to().ifPresent(to -> json.add(name(to, "lt"), value(to.value())));
            }
            case Filter.Near near ->
                field(json, near.field())
                        .add("near", near.centre().text())
                        .add("radius_km", BigDecimal.valueOf(near.radiusKm()));
            case Filter.Words words -> json.add("words", wordings(words)).add("in", places(words));
            case Filter.Not not -> json.add("not", wanted(not.condition()));
            case Filter.AnyOf any ->
                json.add("any", array(any.conditions().stream().map(MatchView::wanted)));
            case Filter.Groups any ->
                json.add(
                        "any",
                        array(any.groups().stream()
                                .map(group -> array(group.stream().map(MatchView::wanted)))));
        }
        return json.build();
    }

    private static JsonObjectBuilder field(JsonObjectBuilder json, DocumentField field) {
        return json.add("field", field.path());
    }

    private static String name(Bound bound, String exclusive) {
        return bound.inclusive() ? exclusive + 'e' : exclusive;
    }

    private static JsonArray values(Filter.OneOf any) {
        return array(any.values().stream().map(MatchView::value));
    }

    /// As words are compared, those of a phrase apart by spaces.
    private static JsonArray wordings(Filter.Words words) {
        return array(words.any().stream().map(Wording::words).map(MatchView::text));
    }

    private static JsonValue text(List<String> words) {
        return Json.PROVIDER.createValue(String.join(" ", words));
    }

    private static JsonArray places(Filter.Words words) {
        return array(words.in().stream().map(MatchView::place));
    }

    private static JsonValue place(Weight weight) {
        return Json.PROVIDER.createValue(JobWords.place(weight));
    }

    private static JsonValue value(Value value) {
        return switch (value) {
            case Value.Whole whole -> Json.PROVIDER.createValue(whole.number());
            case Value.Decimal decimal -> Json.PROVIDER.createValue(new BigDecimal(decimal.text()));
            case Value.Real real -> Json.PROVIDER.createValue(real.number());
            case Value.Flag flag -> flag.on() ? JsonValue.TRUE : JsonValue.FALSE;
            case Value.Word _, Value.Moment _, Value.Day _ -> Json.PROVIDER.createValue(value.text());
        };
    }
}
