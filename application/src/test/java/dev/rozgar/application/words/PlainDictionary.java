package dev.rozgar.application.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Knows no language: words are what stands between signs, in small letters.
///
/// @param synonyms as the dictionary gives them, all of them
/// @param corrections by the word
public record PlainDictionary(List<List<List<String>>> synonyms, Map<String, List<Correction>> corrections)
        implements Dictionary {
    public static final PlainDictionary EMPTY = new PlainDictionary(List.of(), Map.of());

    @Override
    public Entries look(List<String> texts) {
        return new Entries(texts.stream().map(PlainDictionary::entry).toList(), synonyms, corrections);
    }

    private static Entry entry(String text) {
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return new Entry(String.join(" ", words), words);
    }
}
