package dev.rozgar.application.matching;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Words;
import dev.rozgar.application.document.Rank;
import dev.rozgar.application.document.Rank.Step;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.matching.JobTraits.Branch;
import dev.rozgar.application.words.Understanding.Meaning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which jobs are like one, and how much, in whole points:
///
/// | shared | points |
/// |---|---|
/// | the occupation, else its group, else its field | [#OCCUPATION], [#GROUP], [#FIELD] |
/// | the whole title, else all words of the name in it side by side | [#TITLE], [#NAME] |
/// | each word of that name; less where something stands in for it | [#WORD] |
/// | each skill | [#SKILL] |
/// | a locality, else a region | [#LOCALITY], [#REGION] |
///
/// A job with fewer than [#LEAST] is not like it, nor is one that shares no group, no skill and no two words
/// that are neighbours in the name. That takes a group, a title, a name of several words or two skills; a skill
/// needs help from elsewhere, and one word with a place is never enough.
public record JobLikeness(JobTraits traits) {
    static final int OCCUPATION = 64;
    static final int GROUP = 32;
    static final int FIELD = 8;
    static final int TITLE = 16;
    static final int NAME = 12;
    static final int WORD = 8;
    static final int SKILL = 12;
    static final int LOCALITY = 6;
    static final int REGION = 3;

    public static final int LEAST = 24;

    /// Of a job with more, the first.
    static final int MAX_SKILLS = 32;

    /// Filters beside those of a caller.
    public static final int FILTERS = 2;

    /// Words that titles share without being alike.
    private static final Set<String> SAY_NOTHING =
            Set.of("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "our", "the", "to", "with");

    private static final List<Weight> IN_THE_TITLE = List.of(Weight.A);
    private static final List<Integer> OF_THE_TREE = List.of(OCCUPATION, GROUP, FIELD);

    /// What is shared.
    public enum Kind {
        OCCUPATION,
        TITLE,
        WORDS,
        SKILL,
        PLACE
    }

    /// One thing that a job may share.
    ///
    /// @param text for people
    public record Aspect(Kind kind, String text, Step step) {}

    /// Everything that gives points; of those in one list the most.
    public List<List<Aspect>> aspects() {
        List<List<Aspect>> all = new ArrayList<>();
        all.add(occupation());
        all.add(title());
        meanings().map(JobLikeness::words).forEach(all::add);
        skills().map(label -> List.of(aspect(Kind.SKILL, label, one("skills.label", label), SKILL)))
                .forEach(all::add);
        all.add(places());
        all.removeIf(List::isEmpty);
        return all;
    }

    /// The same list with these jobs alone, those most like it first, of equals the newest.
    ///
    /// @param query has at most [DocumentQuery#MAX_FILTERS] less [#FILTERS] filters
    public DocumentQuery of(DocumentQuery query) {
        Filter[] filters = Stream.concat(query.filters().stream(), Stream.of(candidates(), new Filter.Not(itself())))
                .toArray(Filter[]::new);
        return query.where(filters).ranked(ranking(query.asOf()), JobFields.NEWEST_FIRST.toArray(Sort[]::new));
    }

    private Ranking ranking(Instant at) {
        List<Rank> ranks = aspects().stream()
                .map(same -> new Rank(same.stream().map(Aspect::step).toList(), 0))
                .toList();
        return new Ranking(ranks, at, LEAST);
    }

    /// What a job has to share at least, whatever its points: each finds few through an index, so that not all
    /// jobs are scored.
    private Filter candidates() {
        List<Filter> any = new ArrayList<>();
        any.add(one("title", traits.title()));
        if (traits.occupation().size() > 1) any.add(in(traits.occupation().get(1)));
        List<Value> skills = skills().<Value>map(Value.Word::new).toList();
        if (!skills.isEmpty()) any.add(new Filter.OneOf(field("skills.label"), skills));
        List<String> words = name();
        List<Wording> neighbours = IntStream.range(1, words.size())
                .mapToObj(i -> new Wording(Wording.Form.ALL, words.subList(i - 1, i + 1), Wording.AS_WRITTEN))
                .distinct()
                .toList();
        if (!neighbours.isEmpty()) any.add(new Words(neighbours, IN_THE_TITLE));
        return new Filter.AnyOf(any);
    }

    private List<Aspect> occupation() {
        List<Aspect> branches = new ArrayList<>();
        for (Branch branch : traits.occupation())
            branches.add(aspect(Kind.OCCUPATION, branch.label(), in(branch), OF_THE_TREE.get(branches.size())));
        return branches;
    }

    private List<Aspect> title() {
        List<Aspect> whole = new ArrayList<>();
        whole.add(aspect(Kind.TITLE, traits.title(), one("title", traits.title()), TITLE));
        List<String> words = name();
        if (words.size() > 1)
            whole.add(aspect(
                    Kind.TITLE,
                    String.join(" ", words),
                    new Words(List.of(new Wording(Wording.Form.PHRASE, words, Wording.AS_WRITTEN)), IN_THE_TITLE),
                    NAME));
        return whole;
    }

    private List<String> name() {
        return traits.words().stream()
                .flatMap(meaning -> meaning.any().getFirst().words().stream())
                .limit(Wording.MAX_WORDS)
                .toList();
    }

    /// What the words of the name mean, each thing once.
    private Stream<Meaning> meanings() {
        Set<List<String>> seen = new HashSet<>();
        return traits.words().stream()
                .filter(meaning ->
                        !SAY_NOTHING.containsAll(meaning.any().getFirst().words()))
                .filter(meaning -> seen.add(meaning.any().getFirst().words()));
    }

    /// All words of a meaning, else what stands in for them, else some of them.
    private static List<Aspect> words(Meaning meaning) {
        Wording all = meaning.any().getFirst();
        int points = WORD * all.words().size();
        List<Aspect> words = new ArrayList<>();
        words.add(said(List.of(all), points));
        List<Wording> others = meaning.any().subList(1, meaning.any().size());
        for (int worth : others.stream().map(Wording::worth).distinct().toList())
            words.add(
                    said(others.stream().filter(other -> other.worth() == worth).toList(), points * worth / 100));
        if (all.words().size() > 1) words.add(said(eachOf(meaning), WORD));
        return words;
    }

    private static Aspect said(List<Wording> any, int points) {
        String text = any.stream().map(one -> String.join(" ", one.words())).collect(Collectors.joining(", "));
        return aspect(Kind.WORDS, text, new Words(any, IN_THE_TITLE), points);
    }

    private static List<Wording> eachOf(Meaning meaning) {
        return meaning.any().getFirst().words().stream()
                .map(Wording::word)
                .distinct()
                .toList();
    }

    private Stream<String> skills() {
        return traits.skills().stream().limit(MAX_SKILLS);
    }

    private List<Aspect> places() {
        List<Aspect> places = new ArrayList<>();
        if (!traits.localities().isEmpty()) places.add(place("locations.locality", traits.localities(), LOCALITY));
        if (!traits.regions().isEmpty()) places.add(place("locations.region", traits.regions(), REGION));
        return places;
    }

    private static Aspect place(String path, List<String> names, int points) {
        List<Value> values = names.stream()
                .<Value>map(Value.Word::new)
                .limit(Filter.MAX_VALUES)
                .toList();
        return aspect(Kind.PLACE, String.join(", ", names), new Filter.OneOf(field(path), values), points);
    }

    private static Aspect aspect(Kind kind, String text, Filter by, int points) {
        return new Aspect(kind, text, new Step(by, points));
    }

    private static Filter in(Branch branch) {
        return new Filter.OneOf(branch.field(), List.of(new Value.Whole(branch.number())));
    }

    private static Filter one(String path, String text) {
        return new Filter.OneOf(field(path), List.of(new Value.Word(text)));
    }

    private Filter itself() {
        return new Filter.OneOf(field("id"), List.of(new Value.Whole(traits.id().value())));
    }

    private static DocumentField field(String path) {
        return JobFields.JOB.require(path);
    }
}
