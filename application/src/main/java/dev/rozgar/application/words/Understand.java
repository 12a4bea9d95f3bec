package dev.rozgar.application.words;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.words.Dictionary.Correction;
import dev.rozgar.application.words.Dictionary.Entries;
import dev.rozgar.application.words.Dictionary.Entry;
import dev.rozgar.application.words.TextQuery.Clause;
import dev.rozgar.application.words.TextQuery.Form;
import dev.rozgar.application.words.Understanding.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds out what a text query means: one look into the [Dictionary].
///
/// Both read models are given the very words that come out of it, so they cannot disagree on what was asked.
public final class Understand {
    /// Words in a phrase that others stand in for.
    private static final int LONGEST_SYNONYM = 4;
    /// Percent of the points of what was typed.
    static final int SYNONYM_WORTH = 75;
    static final int CORRECTION_WORTH = 50;

    private final Dictionary dictionary;

    public Understand(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    public Understanding handle(TextQuery query) {
        return new Composing(query, look(query)).run();
    }

    /// The same of what stands in a document: no word of it is taken for misspelt.
    public Understanding said(TextQuery text) {
        Entries entries = look(text);
        return new Composing(text, new Entries(entries.texts(), entries.synonyms(), Map.of())).run();
    }

    private Entries look(TextQuery query) {
        return dictionary.look(query.clauses().stream().map(Clause::text).toList());
    }

    private static final class Composing {
        private final List<Clause> clauses;
        private final Entries entries;
        private final List<Meaning> meanings = new ArrayList<>();
        private final List<String> ignored = new ArrayList<>();

        Composing(TextQuery query, Entries entries) {
            this.clauses = query.clauses();
            this.entries = entries;
        }

        Understanding run() {
            int at = 0;
            while (at < clauses.size()) {
                int together = phrase(at);
                if (together > 1) meanings.add(together(at, together));
                else one(clauses.get(at), entries.texts().get(at));
                at += Math.max(1, together);
            }
            return new Understanding(meanings, ignored);
        }

        /// How many clauses from here are, together, a phrase that others stand in for; 0 if none are.
        private int phrase(int at) {
            List<String> words = new ArrayList<>();
            int longest = 0;
            for (int i = at; i < clauses.size() && i < at + LONGEST_SYNONYM && isLike(at, i); i++) {
                words.addAll(entries.texts().get(i).words());
                if (i > at && !synonyms(words).isEmpty()) longest = i - at + 1;
            }
            return longest;
        }

        private boolean isLike(int first, int other) {
            return clauses.get(other).form() == Form.WORD
                    && clauses.get(other).occur() == clauses.get(first).occur()
                    && entries.texts().get(other).words().size() == 1;
        }

        private Meaning together(int at, int count) {
            List<String> words = entries.texts().subList(at, at + count).stream()
                    .flatMap(entry -> entry.words().stream())
                    .toList();
            List<Wording> any = new ArrayList<>();
            any.add(new Wording(Wording.Form.ALL, words, Wording.AS_WRITTEN));
            any.addAll(synonyms(words));
            return new Meaning(clauses.subList(at, at + count), bounded(any), List.of());
        }

        private void one(Clause clause, Entry entry) {
            if (entry.words().isEmpty()) {
                ignored.add(clause.text());
                return;
            }
            List<Correction> corrections = new ArrayList<>();
            List<Wording> any = new ArrayList<>();
            switch (clause.form()) {
                case PHRASE -> {
                    any.add(phraseOf(entry.words()));
                    any.addAll(synonyms(entry.words()));
                }
                case PREFIX -> any.addAll(beginning(entry));
                case WORD -> {
                    any.add(new Wording(Wording.Form.ALL, entry.words(), Wording.AS_WRITTEN));
                    any.addAll(synonyms(entry.words()));
                    if (entry.words().size() == 1)
                        corrections.addAll(
                                entries.corrections().getOrDefault(entry.words().getFirst(), List.of()));
                }
            }
            for (Correction correction : corrections)
                any.add(Wording.word(correction.word()).worth(CORRECTION_WORTH));
            meanings.add(new Meaning(
                    List.of(clause),
                    bounded(any),
                    corrections.stream().map(Correction::spelt).toList()));
        }

        private static Wording phraseOf(List<String> words) {
            return new Wording(words.size() == 1 ? Wording.Form.ALL : Wording.Form.PHRASE, words, Wording.AS_WRITTEN);
        }

        /// Words that begin so, and the word itself: its stem may begin otherwise, as "deliveri" for "delivery".
        private static List<Wording> beginning(Entry entry) {
            String last = entry.folded().substring(entry.folded().lastIndexOf(' ') + 1);
            List<Wording> any = new ArrayList<>();
            any.add(new Wording(Wording.Form.PREFIX, List.of(last), Wording.AS_WRITTEN));
            String stem = entry.words().getLast();
            if (!stem.startsWith(last)) any.add(Wording.word(stem));
            return any;
        }

        /// What else says the same, in the order of the dictionary.
        private List<Wording> synonyms(List<String> words) {
            Set<List<String>> others = new LinkedHashSet<>();
            for (List<List<String>> group : entries.synonyms()) {
                if (group.contains(words)) others.addAll(group);
            }
            others.remove(words);
            return others.stream()
                    .map(other -> phraseOf(other).worth(SYNONYM_WORTH))
                    .toList();
        }

        private static List<Wording> bounded(List<Wording> any) {
            return any.subList(0, Math.min(any.size(), Filter.Words.MAX_WORDINGS));
        }
    }
}
