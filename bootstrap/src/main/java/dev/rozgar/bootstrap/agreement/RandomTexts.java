package dev.rozgar.bootstrap.agreement;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What people may type: words and pairs of words that stand in the data, some with operators, some cut short, some
/// misspelt, some that nobody has.
final class RandomTexts {
    private static final List<String> OTHERS = List.of(
            "chowkidar", "C#", ".net", "ci/cd", "डिलीवरी", "xylophone", "&", "driver", "security guard", "naukri");

    private final List<DocumentField> fields;
    private final FieldValues values;
    private final Random random;

    RandomTexts(DocumentSchema schema, FieldValues values, Random random) {
        this.fields = schema.fields(Use.SEARCH).stream()
                .filter(field -> !values.of(field).isEmpty())
                .toList();
        this.values = values;
        this.random = random;
    }

    String any() {
        List<String> clauses = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) clauses.add(clause());
        return String.join(" ", clauses);
    }

    /// A plain word that stands in the data.
    String plainWord() {
        while (true) {
            String text = any();
            if (text.matches("[a-z]{3,}")) return text;
        }
    }

    private String clause() {
        String sign = List.of("", "", "", "", "+", "-").get(random.nextInt(6));
        return switch (random.nextInt(8)) {
            case 0 -> sign + '"' + words(2 + random.nextInt(2)) + '"';
            case 1 -> {
                String word = words(1);
                yield word.length() < 4
                        ? sign + word
                        : sign + word.substring(0, 3 + random.nextInt(word.length() - 3)) + '*';
            }
            case 2 -> {
                String other = OTHERS.get(random.nextInt(OTHERS.size()));
                yield other.startsWith(".") ? other : sign + other;
            }
            case 3 -> sign + misspelt();
            default -> sign + words(1);
        };
    }

    /// A word of the data.
    String word() {
        return words(1);
    }

    /// A word of the data with two letters that have changed places, or one that is missing.
    String misspelt() {
        String word = words(1);
        int at = 1 + random.nextInt(Math.max(1, word.length() - 2));
        if (word.length() < 5 || Character.isSurrogate(word.charAt(at)) || Character.isSurrogate(word.charAt(at + 1)))
            return "drievr";
        return random.nextBoolean()
                ? word.substring(0, at) + word.substring(at + 1)
                : word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    /// Neighbours in one text.
    private String words(int count) {
        DocumentField field = fields.get(random.nextInt(fields.size()));
        List<String> words = Arrays.stream(values.pick(field, random).text().split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() < count) return "driver";
        int at = random.nextInt(words.size() - count + 1);
        return String.join(" ", words.subList(at, at + count));
    }
}
