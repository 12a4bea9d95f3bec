package dev.rozgar.application.words;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Sought;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.words.TextQuery.Clause;
import dev.rozgar.application.words.TextQuery.Occur;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a [TextQuery] means: which words are looked for, and what may stand in for them.
///
/// @param ignored of what was typed, what has no words: a lone `&`
public record Understanding(List<Meaning> meanings, List<String> ignored) {
    /// One thing that is looked for.
    ///
    /// @param clauses that say it, more than one where they are a phrase that others stand in for
    /// @param any in which it may be said, as it was typed first
    /// @param corrections how it is spelt otherwise, if nobody writes it so
    public record Meaning(List<Clause> clauses, List<Wording> any, List<String> corrections) {
        public Meaning {
            clauses = List.copyOf(clauses);
            any = List.copyOf(any);
            corrections = List.copyOf(corrections);
        }

        public Occur occur() {
            return clauses.getFirst().occur();
        }
    }

    public Understanding {
        meanings = List.copyOf(meanings);
        ignored = List.copyOf(ignored);
    }

    /// The query as it would be written with the likeliest corrections; operators stay.
    ///
    /// @param typed what this is the understanding of
    /// @return empty where nothing is corrected
    public Optional<String> corrected(String typed) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (Meaning meaning : meanings) {
            // What one meaning says stands in the text as it is, in the same order.
            for (Clause clause : meaning.clauses()) {
                int begin = typed.indexOf(clause.text(), done);
                if (begin < 0) return Optional.empty();
                int end = begin + clause.text().length();
                if (!meaning.corrections().isEmpty())
                    text.append(typed, done, begin).append(meaning.corrections().getFirst());
                else text.append(typed, done, end);
                done = end;
            }
        }
        boolean any =
                meanings.stream().anyMatch(meaning -> !meaning.corrections().isEmpty());
        return any ? Optional.of(text.append(typed, done, typed.length()).toString()) : Optional.empty();
    }

    /// What is to be shown in a document: nothing that it must not say.
    ///
    /// @param in the weights of the fields that are looked into
    public Optional<Sought> sought(List<Weight> in) {
        List<Wording> any = meanings.stream()
                .filter(meaning -> meaning.occur() != Occur.NOT)
                .flatMap(meaning -> meaning.any().stream())
                .distinct()
                .toList();
        return any.isEmpty() ? Optional.empty() : Optional.of(new Sought(any, in));
    }

    /// What a document has to fulfil.
    ///
    /// @param in the weights of the fields that are looked into
    public List<Filter> filters(List<Weight> in) {
        List<Filter> filters = new ArrayList<>();
        for (Meaning meaning : meanings) {
            Filter words = new Filter.Words(meaning.any(), in);
            switch (meaning.occur()) {
                case MUST -> filters.add(words);
                case NOT -> filters.add(new Filter.Not(words));
                case SHOULD -> {}
            }
        }
        return filters;
    }
}
