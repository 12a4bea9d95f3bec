package dev.rozgar.bootstrap;

import dev.rozgar.application.indexing.Visibility;
import dev.rozgar.application.listing.FallbackJobReadModel;
import dev.rozgar.application.shadow.Difference;
import dev.rozgar.application.shadow.ShadowCompare;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What can be seen from outside of how reads from the copy go.
final class ReadGauges {
    private final MeterRegistry metrics;

    ReadGauges(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void bind(CopyReads reads) {
        breaker(reads.auto());
        for (Visibility.Outcome outcome : Visibility.Outcome.values())
            counter(
                    "consistency.reads",
                    "Reads that brought a token: answered by the index (remembered, awaited) or by PostgreSQL (away, late)",
                    Tags.of("outcome", name(outcome)),
                    reads.visibility(),
                    its -> its.count(outcome));
        shadow(reads.shadow());
    }

    private void breaker(FallbackJobReadModel auto) {
        Gauge.builder("read.breaker.state", auto, its -> its.state().ordinal())
                .description("Whether auto reads Elasticsearch: 0 it does, 1 one read tries, 2 it is left alone")
                .strongReference(true)
                .register(metrics);
        counter(
                "read.breaker.opened",
                "How often Elasticsearch was found out of order by reads",
                Tags.empty(),
                auto,
                FallbackJobReadModel::outages);
    }

    private void shadow(ShadowCompare shadow) {
        for (ShadowCompare.Outcome outcome : ShadowCompare.Outcome.values())
            counter(
                    "shadow.queries",
                    "Live queries that were drawn to be run on the other read model too",
                    Tags.of("outcome", name(outcome)),
                    shadow,
                    its -> its.count(outcome));
        for (Difference kind : Difference.values())
            counter(
                    "shadow.differences",
                    "Queries whose answers differed in this way",
                    Tags.of("kind", name(kind)),
                    shadow,
                    its -> its.count(kind));
        counter(
                "shadow.repaired",
                "Documents owed anew since they differed",
                Tags.empty(),
                shadow,
                ShadowCompare::repaired);
    }

    private <T> void counter(String name, String what, Tags tags, T of, ToDoubleFunction<T> value) {
        FunctionCounter.builder(name, of, value).description(what).tags(tags).register(metrics);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
