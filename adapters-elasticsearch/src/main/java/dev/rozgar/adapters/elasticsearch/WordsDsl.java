package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.document.Wording.Form;
import java.util.ArrayList;
import java.util.List;

/// [Filter.Words] in Elasticsearch's words. They are terms already, so nothing is analysed.
final class WordsDsl {
    /// Splits at spaces and does nothing else.
    private static final String AS_THEY_ARE = "whitespace";

    private WordsDsl() {}

    static Query of(Filter.Words filter) {
        List<Query> alternatives = new ArrayList<>();
        List<FieldValue> terms = filter.any().stream()
                .filter(WordsDsl::isTerm)
                .map(wording -> FieldValue.of(wording.words().getFirst()))
                .toList();
        for (Weight weight : filter.in()) {
            String field = JobMapping.wordsOf(weight);
            if (!terms.isEmpty()) alternatives.add(terms(field, terms));
            for (Wording wording : filter.any()) {
                if (wording.form() == Form.PREFIX) alternatives.add(prefix(field, wording));
                if (wording.form() == Form.PHRASE) alternatives.add(phrase(field, wording));
            }
        }
        for (Wording wording : filter.any()) {
            if (wording.form() == Form.ALL && !isTerm(wording)) alternatives.add(each(filter.in(), wording));
        }
        return any(alternatives);
    }

    private static boolean isTerm(Wording wording) {
        return wording.form() == Form.ALL && wording.words().size() == 1;
    }

    private static Query any(List<Query> alternatives) {
        if (alternatives.size() == 1) return alternatives.getFirst();
        return Query.of(query -> query.bool(bool -> bool.should(alternatives).minimumShouldMatch("1")));
    }

    private static Query terms(String field, List<FieldValue> terms) {
        return terms.size() == 1
                ? Query.of(query -> query.term(term -> term.field(field).value(terms.getFirst())))
                : Query.of(query -> query.terms(some -> some.field(field).terms(list -> list.value(terms))));
    }

    private static Query prefix(String field, Wording wording) {
        return Query.of(query ->
                query.prefix(prefix -> prefix.field(field).value(wording.words().getFirst())));
    }

    private static Query phrase(String field, Wording wording) {
        return Query.of(query -> query.matchPhrase(phrase ->
                phrase.field(field).query(String.join(" ", wording.words())).analyzer(AS_THEY_ARE)));
    }

    /// Each of the words may stand in another field.
    private static Query each(List<Weight> weights, Wording wording) {
        List<Query> each = wording.words().stream()
                .map(word -> of(new Filter.Words(List.of(Wording.word(word)), weights)))
                .toList();
        return Query.of(query -> query.bool(bool -> bool.filter(each)));
    }
}
