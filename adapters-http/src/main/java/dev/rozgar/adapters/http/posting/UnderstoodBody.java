package dev.rozgar.adapters.http.posting;

import dev.rozgar.application.document.Wording;
import dev.rozgar.application.words.TextQuery.Clause;
import dev.rozgar.application.words.Understanding;
import dev.rozgar.application.words.Understanding.Meaning;
import java.util.List;
import java.util.stream.Collectors;

/// How the words of a query were understood, so that a caller can show it and see why something was found.
///
/// @param ignored what was typed and has no words
public record UnderstoodBody(List<Term> understood, List<String> ignored) {
    /// @param text as it was typed, without operators
    /// @param occur MUST, SHOULD or NOT
    /// @param words as they are compared
    /// @param also what is taken for the same
    /// @param corrected how it is spelt otherwise, if no listed job writes it so
    public record Term(
            String text, String occur, String form, List<String> words, List<Also> also, List<String> corrected) {}

    /// @param worth percent of the points of what was typed
    public record Also(String form, List<String> words, Integer worth) {}

    static UnderstoodBody of(Understanding understanding) {
        return new UnderstoodBody(
                understanding.meanings().stream().map(UnderstoodBody::term).toList(), understanding.ignored());
    }

    private static Term term(Meaning meaning) {
        return new Term(
                meaning.clauses().stream().map(Clause::text).collect(Collectors.joining(" ")),
                meaning.occur().name(),
                meaning.any().getFirst().form().name(),
                meaning.any().getFirst().words(),
                meaning.any().stream().skip(1).map(UnderstoodBody::also).toList(),
                meaning.corrections());
    }

    private static Also also(Wording wording) {
        return new Also(wording.form().name(), wording.words(), wording.worth());
    }
}
