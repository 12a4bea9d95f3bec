package dev.rozgar.application.document;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// The values of one field among the documents that match.
///
/// @param buckets those that most documents have first; of those that as many have, the smaller value
/// @param more whether there are values beyond these
public record Facet(FacetWish wish, List<Bucket> buckets, boolean more) {
    /// A value and the documents that have it.
    ///
    /// @param label what the value stands for, in words
    /// @param count how many they are, at least one
    /// @param sum of what the wish has summed up
    public record Bucket(Value value, Optional<String> label, long count, OptionalLong sum) {}

    public Facet {
        buckets = List.copyOf(buckets);
        if (buckets.size() > wish.size()) throw new IllegalArgumentException("more values than were asked for");
    }

    /// From [FacetWish#read] buckets, or from fewer if there are no more.
    public static Facet of(FacetWish wish, List<Bucket> found) {
        boolean more = found.size() > wish.size();
        return new Facet(wish, more ? found.subList(0, wish.size()) : found, more);
    }

    /// `"occupation.id":{"buckets":[{"value":12,"label":"Delivery","count":34,"openings":80}],"more":false}`
    String json() {
        return JsonText.quoted(wish.field().parameter())
                + buckets.stream().map(this::json).collect(Collectors.joining(",", ":{\"buckets\":[", "],\"more\":"))
                + more
                + '}';
    }

    private String json(Bucket bucket) {
        StringBuilder json = new StringBuilder("{\"value\":").append(json(bucket.value()));
        bucket.label().ifPresent(label -> json.append(",\"label\":").append(JsonText.quoted(label)));
        json.append(",\"count\":").append(bucket.count());
        wish.summed()
                .ifPresent(summed -> json.append(',')
                        .append(JsonText.quoted(summed.name()))
                        .append(':')
                        .append(bucket.sum().orElseThrow()));
        return json.append('}').toString();
    }

    private static String json(Value value) {
        return switch (value) {
            case Value.Whole _, Value.Decimal _, Value.Real _, Value.Flag _ -> value.text();
            case Value.Word _, Value.Moment _, Value.Day _ -> JsonText.quoted(value.text());
        };
    }
}
