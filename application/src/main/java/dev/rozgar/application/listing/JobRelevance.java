package dev.rozgar.application.listing;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Rank;
import dev.rozgar.application.document.Rank.Step;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.words.TextQuery.Form;
import dev.rozgar.application.words.TextQuery.Occur;
import dev.rozgar.application.words.Understanding;
import dev.rozgar.application.words.Understanding.Meaning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which jobs come first when words are looked for, in whole points:
///
/// | what | points |
/// |---|---|
/// | each word or phrase | of the weightiest field it stands in ([Weight]); less where something stands in for it |
/// | all plain words side by side in the title | [#PHRASE] |
/// | published in the last day, week, month | [#DAY], [#WEEK], [#MONTH] |
///
/// Freshness alone never outweighs a word in a better place, so it orders what is equally near to what was typed.
public final class JobRelevance {
    static final int PHRASE = 32;
    static final int DAY = 6;
    static final int WEEK = 4;
    static final int MONTH = 2;

    private static final DocumentField PUBLISHED = JobFields.JOB.require("published_at");

    private JobRelevance() {}

    /// @param at the moment for which jobs are fresh or not
    public static Ranking of(Understanding understanding, Instant at) {
        List<Rank> ranks = new ArrayList<>();
        for (Meaning meaning : understanding.meanings()) {
            switch (meaning.occur()) {
                case MUST -> ranks.add(Rank.ofWords(meaning.any(), true));
                case SHOULD -> ranks.add(Rank.ofWords(meaning.any(), false));
                case NOT -> {}
            }
        }
        phrase(understanding).ifPresent(ranks::add);
        ranks.add(new Rank(List.of(since(at, 1, DAY), since(at, 7, WEEK), since(at, 30, MONTH)), 0));
        return new Ranking(ranks, at);
    }

    private static Optional<Rank> phrase(Understanding understanding) {
        List<String> words = understanding.meanings().stream()
                .filter(meaning -> meaning.occur() != Occur.NOT
                        && meaning.clauses().getFirst().form() == Form.WORD)
                .flatMap(meaning -> meaning.any().getFirst().words().stream())
                .toList();
        if (words.size() < 2 || words.size() > Wording.MAX_WORDS) return Optional.empty();
        Wording inTheTitle = new Wording(Wording.Form.PHRASE, words, Wording.AS_WRITTEN);
        return Optional.of(new Rank(
                List.of(new Step(new Filter.Words(List.of(inTheTitle), List.of(Weight.A)), PHRASE)), 0));
    }

    private static Step since(Instant at, int days, int points) {
        Value from = new Value.Moment(at.minus(Duration.ofDays(days)));
        return new Step(new Filter.Range(PUBLISHED, Optional.of(new Bound(from, true)), Optional.empty()), points);
    }
}
