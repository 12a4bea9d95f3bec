package dev.rozgar.bootstrap.intake;

import dev.rozgar.domain.job.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Takes cells with several categories apart. Known names are found first, because they may hold the separator
/// themselves ("Policy, Research & Analysis"); what is left between them is split.
final class Categories {
    private static final int MOST = 20;
    private static final int LONGEST = 100;

    private final List<String> known;
    private final String separator;

    Categories(Profile.Categories declared) {
        known = declared.known().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        separator = declared.separator();
    }

    /// In the order of the cell, without repetitions, at most twenty.
    List<Category> of(String cell) {
        var found = new LinkedHashSet<String>();
        split(Cleaned.line(cell), found);
        return found.stream()
                .map(name -> new Category(Cleaned.shortened(name, LONGEST)))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private void split(String text, LinkedHashSet<String> found) {
        for (String name : known) {
            int at = text.indexOf(name);
            if (at >= 0) {
                split(text.substring(0, at), found);
                found.add(name);
                split(text.substring(at + name.length()), found);
                return;
            }
        }
        for (String rest : rest(text)) {
            var name = rest.strip();
            if (name.codePoints().anyMatch(Character::isLetterOrDigit)) {
                found.add(name);
            }
        }
    }

    private List<String> rest(String text) {
        return separator.isEmpty() ? List.of(text) : new ArrayList<>(List.of(text.split(Pattern.quote(separator))));
    }
}
