package dev.rozgar.application.words;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.words.TextQuery.Clause;
import dev.rozgar.application.words.TextQuery.Occur;
import java.util.ArrayList;
import java.util.List;

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
