package dev.rozgar.application.words;

import java.util.List;
import java.util.Map;

/// What the words of a language are to this board: their stems, what else says the same, and which known word a
/// misspelt one may have been.
/// Throws [dev.rozgar.application.PortFailure] when its engine does not answer.
public interface Dictionary {
    Entries look(List<String> texts);

    /// @param texts one for each text that was asked for, in that order
    /// @param synonyms groups of phrases that say the same, each as its words: all groups of which a phrase stands
    /// within the words asked for
    /// @param corrections of words that no listed job has: known words that look like them, the likeliest first
    record Entries(List<Entry> texts, List<List<List<String>>> synonyms, Map<String, List<Correction>> corrections) {
        public Entries {
            texts = List.copyOf(texts);
            synonyms = List.copyOf(synonyms);
            corrections = Map.copyOf(corrections);
        }
    }

    /// @param folded in small letters without accents, words apart by single spaces
    /// @param words as they are compared
    record Entry(String folded, List<String> words) {
        public Entry {
            words = List.copyOf(words);
        }
    }

    /// @param word as it is compared
    /// @param spelt as it is written
    record Correction(String word, String spelt) {}
}
