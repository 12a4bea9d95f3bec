package dev.rozgar.application.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What somebody has changed, so that whatever they read next can be as new as that. To them it is one opaque word,
/// legal in a header and in a URL, of [#LONGEST] characters at the most.
///
/// `1.<epoch>` and, for each part, `.<letter><id>-<number>`; the first number is the version of this form.
///
/// @param epoch of the store; numbers of another epoch cannot be compared with its own
/// @param parts none: nothing was changed that an index shows
public record ConsistencyToken(long epoch, List<Part> parts) {
    /// Changes of more things than this are told as one [Kind#ALL].
    public static final int MOST_PARTS = 32;

    private static final int LONGEST = 1_400;
    private static final String FORM = "1";
    private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
    private static final Pattern PART = Pattern.compile("([a-z])" + NUMBER + "-" + NUMBER);
    private static final Pattern EPOCH = Pattern.compile(NUMBER);

    /// What was changed.
    public enum Kind {
        /// One job's document; its number counts the document's changes.
        JOB('j'),
        /// Something that all of a company's jobs show; its number is the company's version.
        COMPANY('c'),
        /// So much that it is not told apart; its id is that of the transaction.
        ALL('a');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        private static Optional<Kind> of(char letter) {
            for (Kind kind : values()) if (kind.letter == letter) return Optional.of(kind);
            return Optional.empty();
        }
    }

    /// @param number of the change; a later change of the same thing has a larger one
    public record Part(Kind kind, long id, long number) {}

    public ConsistencyToken {
        parts = List.copyOf(parts);
    }

    /// @param told by the store, in the form above but for the first number
    /// @throws IllegalArgumentException for anything else
    public static ConsistencyToken of(String told) {
        return parse(FORM + '.' + told).orElseThrow(() -> new IllegalArgumentException("no changes: " + told));
    }

    /// Empty where it is none of ours.
    public static Optional<ConsistencyToken> parse(String text) {
        if (text.length() > LONGEST) return Optional.empty();
        String[] words = text.split("\\.", -1);
        boolean ours = words.length >= 2
                && words.length <= 2 + MOST_PARTS
                && words[0].equals(FORM)
                && EPOCH.matcher(words[1]).matches();
        if (!ours) return Optional.empty();
        List<Part> parts = new ArrayList<>();
        for (int i = 2; i < words.length; i++) {
            Optional<Part> part = part(words[i]);
            if (part.isEmpty()) return Optional.empty();
            parts.add(part.get());
        }
        return Optional.of(new ConsistencyToken(Long.parseLong(words[1]), parts));
    }

    private static Optional<Part> part(String word) {
        Matcher found = PART.matcher(word);
        if (!found.matches()) return Optional.empty();
        return Kind.of(word.charAt(0))
                .map(kind -> new Part(kind, Long.parseLong(found.group(2)), Long.parseLong(found.group(3))));
    }

    /// The word that callers are given.
    public String text() {
        String told = parts.stream()
                .map(part -> "." + part.kind().letter + part.id() + '-' + part.number())
                .collect(Collectors.joining());
        return FORM + '.' + epoch + told;
    }
}
