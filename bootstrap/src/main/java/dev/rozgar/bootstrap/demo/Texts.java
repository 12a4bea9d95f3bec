package dev.rozgar.bootstrap.demo;

import dev.rozgar.domain.job.Description;
import dev.rozgar.domain.job.SafeHtml;
import dev.rozgar.domain.job.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an ad says in words.
final class Texts {
    private static final int LONGEST_TITLE = 98;
    private static final double HTML = 0.05;

    private Texts() {}

    /// One of the trade's titles, with more words behind it until it is about as long as it was to be.
    static Title title(Vacancy vacancy) {
        var dice = vacancy.dice("title");
        double wanted = Shapes.TITLE_LENGTH.draw(dice) - 6;
        var title = new StringBuilder(dice.pick(vacancy.trade().titles()));
        for (String more : dice.shuffled(qualifiers(vacancy, dice))) {
            if (title.length() >= wanted) {
                break;
            }
            if (title.length() + more.length() <= LONGEST_TITLE) {
                title.append(more);
            }
        }
        return new Title(title.toString());
    }

    private static List<String> qualifiers(Vacancy vacancy, Dice dice) {
        return List.of(
                " - " + vacancy.fill("{area}"),
                ", " + vacancy.fill("{city}"),
                " - " + dice.pick(Wording.sentences("qualifier")),
                " (" + dice.pick(Wording.sentences("qualifier")) + ")",
                vacancy.fill(" ({openings} Openings)"),
                vacancy.fill(" | {company}"));
    }

    static Description description(Vacancy vacancy) {
        var dice = vacancy.dice("description");
        var lines = sentences(vacancy, dice);
        Optional<SafeHtml> html =
                dice.chance(HTML) ? Optional.of(new SafeHtml(html(vacancy, lines))) : Optional.empty();
        return new Description(
                String.join(" ", lines),
                html,
                dice.chance(0.2) ? Optional.of(duties(vacancy, dice)) : Optional.empty(),
                dice.chance(0.2) ? Optional.of(qualifications(vacancy, dice)) : Optional.empty());
    }

    private static List<String> sentences(Vacancy vacancy, Dice dice) {
        double wanted = Shapes.TEXT_LENGTH.draw(dice);
        var lines = new ArrayList<String>();
        int length = 0;
        while (length < wanted) {
            for (String sentence : round(vacancy.tongue(), dice)) {
                var line = vacancy.fill(sentence);
                lines.add(line);
                length += line.length() + 1;
                if (length >= wanted) {
                    break;
                }
            }
        }
        return lines;
    }

    /// Every sentence of the tongue once, an introduction first.
    private static List<String> round(Tongue tongue, Dice dice) {
        var body = switch (tongue) {
            case ENGLISH -> dice.shuffled(Wording.sentences("body"));
            case HINGLISH -> {
                var mixed = new ArrayList<String>(dice.shuffled(Wording.sentences("hinglish")));
                mixed.addAll(dice.shuffled(Wording.sentences("body")).subList(0, 12));
                yield dice.shuffled(mixed);
            }
            case HINDI -> dice.shuffled(Wording.sentences("devanagari"));
        };
        var all = new ArrayList<String>();
        all.add(dice.pick(Wording.sentences("intro")));
        all.addAll(body);
        all.add(dice.pick(Wording.sentences("close")));
        return all;
    }

    private static String duties(Vacancy vacancy, Dice dice) {
        return dice.shuffled(vacancy.trade().duties()).stream()
                .limit(dice.between(2, 4))
                .map(duty -> "- " + duty)
                .collect(Collectors.joining("\n"));
    }

    private static String qualifications(Vacancy vacancy, Dice dice) {
        return dice.shuffled(Wording.sentences("qualification")).stream()
                .limit(dice.between(2, 5))
                .map(vacancy::fill)
                .collect(Collectors.joining("\n"));
    }

    private static String html(Vacancy vacancy, List<String> lines) {
        var duties = vacancy.trade().duties().stream()
                .map(duty -> "<li>" + escaped(duty) + "</li>")
                .collect(Collectors.joining());
        return "<p><b>" + escaped(lines.getFirst()) + "</b></p><ul>" + duties + "</ul>"
                + lines.stream()
                        .skip(1)
                        .map(line -> "<p>" + escaped(line) + "</p>")
                        .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
