package dev.rozgar.application.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What somebody has typed, taken apart. With operators (the usual way):
///
/// | typed | looks for |
/// |---|---|
/// | `delivery rider` | both words; beside a `+word` they only count for the order |
/// | `+night` | a word that must be there |
/// | `-sales` | one that must not |
/// | `"security guard"` | the words side by side; `+"…"` and `-"…"` as for words |
/// | `deliv*` | words that begin so |
///
/// Without them (`plain`) every sign is part of the text.
public record TextQuery(List<Clause> clauses) {
    /// Characters of a query at the most, as the Swedish employment service has it.
    public static final int MAX_LENGTH = 255;
    public static final int MAX_CLAUSES = 16;
    public static final int MIN_PREFIX = 2;
    /// Each stands for all words that begin so, so it costs what many words cost.
    public static final int MAX_PREFIXES = 4;

    /// As Lucene calls it.
    public enum Occur {
        MUST,
        SHOULD,
        NOT
    }

    public enum Form {
        WORD,
        PHRASE,
        PREFIX
    }

    /// @param text without its operators
    public record Clause(Occur occur, Form form, String text) {}

    public TextQuery {
        clauses = List.copyOf(clauses);
        if (clauses.isEmpty() || clauses.size() > MAX_CLAUSES)
            throw new IllegalArgumentException("1 to " + MAX_CLAUSES + " clauses");
    }

    /// @param faults told in words of each thing that is not understood
    /// @return empty where there is a fault
    public static Optional<TextQuery> parse(String text, boolean plain, Consumer<String> faults) {
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            faults.accept("may have " + MAX_LENGTH + " characters at most");
            return Optional.empty();
        }
        Reading reading = new Reading(text, plain);
        reading.run();
        if (reading.clauses.size() > MAX_CLAUSES) reading.faults.add("may have " + MAX_CLAUSES + " words and phrases");
        long prefixes = reading.clauses.stream()
                .filter(clause -> clause.form() == Form.PREFIX)
                .count();
        if (prefixes > MAX_PREFIXES) reading.faults.add("may have " + MAX_PREFIXES + " words that end with *");
        if (reading.clauses.isEmpty() && reading.faults.isEmpty()) reading.faults.add("has no words");
        reading.faults.forEach(faults);
        return reading.faults.isEmpty() ? Optional.of(new TextQuery(reading.resolved())) : Optional.empty();
    }

    /// A text that nobody typed to look for something: its first words, every sign a part of them.
    ///
    /// @return empty where there are none
    public static Optional<TextQuery> said(String text) {
        Reading reading = new Reading(text, true);
        reading.run();
        List<Clause> first = reading.resolved().stream().limit(MAX_CLAUSES).toList();
        return first.isEmpty() ? Optional.empty() : Optional.of(new TextQuery(first));
    }

    /// One pass over the text.
    private static final class Reading {
        private static final int NOT_FOUND = -1;

        private final String text;
        private final boolean plain;
        private final List<Clause> clauses = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private boolean musts;
        private int at;

        Reading(String text, boolean plain) {
            this.text = text;
            this.plain = plain;
        }

        void run() {
            while (skipSpace()) {
                if (plain) clauses.add(new Clause(Occur.SHOULD, Form.WORD, token()));
                else clause();
            }
        }

        /// Words without an operator are wanted like all others, unless some are marked as such.
        List<Clause> resolved() {
            return clauses.stream()
                    .map(clause -> clause.occur() == Occur.SHOULD && !musts
                            ? new Clause(Occur.MUST, clause.form(), clause.text())
                            : clause)
                    .toList();
        }

        private boolean skipSpace() {
            while (at < text.length() && isSpace(text.charAt(at))) at++;
            return at < text.length();
        }

        private static boolean isSpace(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c);
        }

        private String token() {
            int begin = at;
            while (at < text.length() && !isSpace(text.charAt(at))) at++;
            return text.substring(begin, at);
        }

        private void clause() {
            Occur occur = occur();
            if (at == text.length() || isSpace(text.charAt(at))) {
                faults.add("has a " + text.charAt(at - 1) + " with nothing behind it");
                return;
            }
            if (text.charAt(at) == '"') phrase(occur);
            else word(occur, token());
        }

        private Occur occur() {
            char sign = text.charAt(at);
            if (sign != '+' && sign != '-') return Occur.SHOULD;
            at++;
            if (sign == '-') return Occur.NOT;
            musts = true;
            return Occur.MUST;
        }

        private void phrase(Occur occur) {
            int end = text.indexOf('"', at + 1);
            if (end == NOT_FOUND) {
                faults.add("has a \" that is not closed");
                at = text.length();
                return;
            }
            String inside = text.substring(at + 1, end);
            if (inside.isBlank()) faults.add("has quotes around nothing");
            else clauses.add(new Clause(occur, Form.PHRASE, inside));
            at = end + 1;
        }

        private void word(Occur occur, String word) {
            if (word.startsWith("*")) {
                faults.add("has a * before a word: it may stand behind its beginning");
            } else if (!word.endsWith("*")) {
                clauses.add(new Clause(occur, Form.WORD, word));
            } else {
                String prefix = word.substring(0, word.length() - 1);
                if (prefix.codePointCount(0, prefix.length()) < MIN_PREFIX)
                    faults.add("has a prefix shorter than " + MIN_PREFIX + " letters");
                clauses.add(new Clause(occur, Form.PREFIX, prefix));
            }
        }
    }
}
