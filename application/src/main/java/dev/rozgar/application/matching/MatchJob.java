package dev.rozgar.application.matching;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.AnyOf;
import dev.rozgar.application.document.Filter.Groups;
import dev.rozgar.application.document.Filter.Missing;
import dev.rozgar.application.document.Filter.Near;
import dev.rozgar.application.document.Filter.Not;
import dev.rozgar.application.document.Filter.OnField;
import dev.rozgar.application.document.Filter.OneOf;
import dev.rozgar.application.document.Filter.Range;
import dev.rozgar.application.document.Filter.Words;
import dev.rozgar.application.document.Rank;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.matching.JobJudge.Judgement;
import dev.rozgar.application.matching.JobJudge.Question;
import dev.rozgar.application.matching.Match.Condition;
import dev.rozgar.application.matching.Match.Finding;
import dev.rozgar.application.matching.Match.Has;
import dev.rozgar.application.matching.Match.Part;
import dev.rozgar.domain.job.JobId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Tells of one job, for each condition of a query, whether it holds and what the job has instead, and which of its
/// ranks give it which points.
public final class MatchJob {
    private final JobJudge judge;

    public MatchJob(JobJudge judge) {
        this.judge = judge;
    }

    /// A condition and the parameter that it comes from.
    public record Asked(String parameter, Filter filter) {}

    /// @param asked all must hold
    public record Query(List<Asked> asked, Ranking ranking, Instant asOf) {
        public Query {
            asked = List.copyOf(asked);
        }
    }

    /// Empty if no search shows the job at that moment, whatever it asks for.
    public Optional<Match> handle(JobId id, Query query) {
        Asking asking = new Asking();
        query.asked().forEach(one -> asking.about(one.filter()));
        for (Rank rank : query.ranking().ranks()) rank.steps().forEach(step -> asking.whether(step.condition()));
        return judge.judge(id, asking.question(query.asOf())).map(judgement -> {
            Telling telling = new Telling(asking, judgement);
            return new Match(
                    id,
                    query.asked().stream()
                            .map(one -> new Condition(one.parameter(), telling.finding(one.filter())))
                            .toList(),
                    query.ranking().ranks().stream().map(telling::part).toList());
        });
    }

    /// What has to be known, each thing once.
    private static final class Asking {
        private final Map<Filter, Integer> conditions = new LinkedHashMap<>();
        private final Map<Sort.ByDistance, Integer> distances = new LinkedHashMap<>();
        private final Set<DocumentField> fields = new LinkedHashSet<>();

        Question question(Instant asOf) {
            return new Question(
                    List.copyOf(conditions.keySet()), List.copyOf(fields), List.copyOf(distances.keySet()), asOf);
        }

        void whether(Filter condition) {
            conditions.putIfAbsent(condition, conditions.size());
        }

        void about(Filter filter) {
            whether(filter);
            switch (filter) {
                case Near near -> distances.putIfAbsent(distance(near), distances.size());
                case OnField one -> fields.add(one.field());
                case Words words -> places(words).forEach(this::whether);
                case Not not -> about(not.condition());
                case AnyOf any -> any.conditions().forEach(this::about);
                case Groups any -> any.conditions().forEach(this::about);
            }
        }

        private static Sort.ByDistance distance(Near near) {
            return new Sort.ByDistance(near.field(), near.centre());
        }

        /// The words in one place each. Running text, where all the others are looked for too, has no place of its
        /// own.
        private static List<Filter> places(Words words) {
            return words.in().stream()
                    .filter(weight -> weight != Weight.D)
                    .<Filter>map(weight -> new Words(words.any(), List.of(weight)))
                    .toList();
        }
    }

    /// The answers put together again.
    private record Telling(Asking asking, Judgement judgement) {
        Finding finding(Filter filter) {
            List<Finding> alternatives = switch (filter) {
                case AnyOf any -> any.conditions().stream().map(this::finding).toList();
                case Groups any -> any.conditions().map(this::finding).toList();
                case OnField _, Words _, Not _ -> List.of();
            };
            boolean holds = holds(filter);
            return new Finding(filter, holds, has(filter), holds ? Optional.empty() : gap(filter), alternatives);
        }

        Part part(Rank rank) {
            return rank.steps().stream()
                    .filter(step -> holds(step.condition()))
                    .findFirst()
                    .map(step -> new Part(step.points(), Optional.of(step.condition())))
                    .orElse(new Part(rank.otherwise(), Optional.empty()));
        }

        private boolean holds(Filter condition) {
            return judgement.holds().get(Objects.requireNonNull(asking.conditions.get(condition)));
        }

        private Has has(Filter filter) {
            return switch (filter) {
                case Near near -> new Match.Kilometres(metres(near).map(metres -> metres / 1_000));
                case OnField one -> new Match.Values(values(one));
                case Words words -> new Match.Places(places(words));
                case Not not -> has(not.condition());
                case AnyOf _, Groups _ -> new Match.Several();
            };
        }

        private List<Value> values(OnField filter) {
            return judgement.values().getOrDefault(filter.field().path(), List.of()).stream()
                    .distinct()
                    .toList();
        }

        private Optional<Double> metres(Near near) {
            return judgement.metres().get(Objects.requireNonNull(asking.distances.get(Asking.distance(near))));
        }

        private List<Weight> places(Words words) {
            List<Weight> weights = new ArrayList<>();
            for (Filter place : Asking.places(words)) {
                if (holds(place)) weights.addAll(((Words) place).in());
            }
            if (weights.isEmpty() && holds(words)) weights.add(Weight.D);
            return weights;
        }

        private Optional<Gap> gap(Filter filter) {
            return switch (filter) {
                case Range range -> Gap.of(range, values(range));
                case Near near -> metres(near).map(metres -> tooFar(near, metres));
                case OneOf _, Missing _, Words _, Not _, AnyOf _, Groups _ -> Optional.empty();
            };
        }

        /// Kilometres to the metre, and never none.
        private static Gap tooFar(Near near, double metres) {
            BigDecimal over =
                    BigDecimal.valueOf(metres / 1_000 - near.radiusKm()).setScale(3, RoundingMode.UP);
            return new Gap(true, new Gap.Amount(over));
        }
    }
}
