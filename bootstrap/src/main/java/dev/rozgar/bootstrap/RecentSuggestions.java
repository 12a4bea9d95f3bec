package dev.rozgar.bootstrap;

import dev.rozgar.application.listing.Suggestions;
import java.time.Duration;
import java.util.List;

/// Suggestions that are not looked up twice within some seconds: many begin alike, and their table changes every few
/// minutes. How many jobs each has is always counted at the moment.
final class RecentSuggestions implements Suggestions {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST_KEPT = 1_000;

    private final Recent<Question, List<Candidate>> recent;

    private record Question(String typed, int most) {}

    RecentSuggestions(Suggestions suggestions) {
        this.recent = new Recent<>(asked -> suggestions.look(asked.typed(), asked.most()), MOST_KEPT, FRESH);
    }

    @Override
    public List<Candidate> look(String typed, int most) {
        return recent.get(new Question(typed, most));
    }
}
