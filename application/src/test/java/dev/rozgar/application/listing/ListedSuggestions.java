package dev.rozgar.application.listing;

import java.util.List;
import java.util.Locale;

/// Suggestions whose text begins with what was typed, in the order of the list.
public record ListedSuggestions(List<Candidate> all) implements Suggestions {
    @Override
    public List<Candidate> look(String typed, int most) {
        return all.stream()
                .filter(one -> one.text().toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT)))
                .limit(most)
                .toList();
    }
}
