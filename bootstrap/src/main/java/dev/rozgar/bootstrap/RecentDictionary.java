package dev.rozgar.bootstrap;

import dev.rozgar.application.words.Dictionary;
import java.time.Duration;
import java.util.List;

/// A dictionary that is not asked twice in a few seconds for the same texts: pages of one search, and what
/// many look for at once. A synonym that was added holds after that time everywhere.
final class RecentDictionary implements Dictionary {
    static final Duration FRESH = Duration.ofSeconds(5);
    /// Texts together have no more than 255 characters, and what is known of them a few kilobytes.
    private static final int MOST = 2_000;

    private final Recent<List<String>, Entries> recent;

    RecentDictionary(Dictionary dictionary) {
        this.recent = new Recent<>(dictionary::look, MOST, FRESH);
    }

    @Override
    public Entries look(List<String> texts) {
        return recent.get(List.copyOf(texts));
    }
}
