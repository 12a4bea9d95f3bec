package dev.rozgar.application.document;

import static dev.rozgar.application.document.Declare.keyword;
import static dev.rozgar.application.document.Declare.many;
import static dev.rozgar.application.document.Declare.maybeOne;
import static dev.rozgar.application.document.Declare.text;
import static dev.rozgar.application.document.Declare.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.document.FacetWish.Summed;
import dev.rozgar.application.listing.JobFields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FacetWishTest {
    private static final DocumentSchema THING = DocumentSchema.of(
            "thing",
            "listed",
            Optional.empty(),
            whole("id").required().filter().sort(),
            keyword("colour").filter().facet(),
            keyword("shade").filter(),
            whole("weight").filter().sort(),
            maybeOne(
                    "kind",
                    "kind_code",
                    "kind",
                    "code",
                    keyword("code").filter().facet(),
                    text("label")),
            many("parts", "part", "thing_id", whole("size").required().filter().sort()));
    private static final FacetWish COLOUR = new FacetWish(THING.require("colour"), 5, Optional.empty());

    @Test
    void ownsWhateverAsksForItsFieldAlone() {
        Filter.OnField red = one("colour", "red");
        Filter.OnField none = new Filter.Missing(THING.require("colour"));
        for (Filter own : List.of(red, none, new Filter.Not(red), new Filter.AnyOf(List.of(red, none))))
            assertEquals(true, COLOUR.owns(own), own::toString);
        for (Filter other : List.of(
                one("shade", "dark"),
                new Filter.Not(one("shade", "dark")),
                new Filter.AnyOf(List.of(red, one("shade", "dark"))),
                new Filter.Groups(List.of(List.of(red))),
                Filter.Words.of(Wording.word("red")))) assertEquals(false, COLOUR.owns(other), other::toString);
    }

    @Test
    void isOnlyOfWhatIsDeclaredAndOfABoundedSize() {
        assertThrows(IllegalArgumentException.class, () -> wish("shade", 5));
        assertThrows(IllegalArgumentException.class, () -> wish("colour", 0));
        assertThrows(IllegalArgumentException.class, () -> wish("colour", 101));
        assertThrows(IllegalArgumentException.class, () -> keyword("x").facet().leaf());
    }

    @Test
    void sumsUpOnlyWhatEveryDocumentHasOnce() {
        for (String path : List.of("weight", "parts.size", "colour"))
            assertThrows(IllegalArgumentException.class, () -> new Summed("sum", THING.require(path)), path);
    }

    @Test
    void aQueryCountsAFieldOnceAndNotMoreThanTen() {
        DocumentQuery query = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, Instant.EPOCH);
        List<FacetWish> eleven = JobFields.JOB.fields(Use.FACET).stream()
                .limit(11)
                .map(field -> new FacetWish(field, 5, Optional.empty()))
                .toList();

        assertEquals(10, query.counting(eleven.subList(0, 10)).facets().size());
        assertThrows(IllegalArgumentException.class, () -> query.counting(eleven));
        assertThrows(
                IllegalArgumentException.class,
                () -> query.counting(
                        IntStream.of(0, 1).mapToObj(_ -> eleven.getFirst()).toList()));
    }

    @Test
    void aKeyIsLabelledByItsRowIfThatLabelIsAFacet() {
        Map<String, String> labels = new TreeMap<>();
        for (DocumentField field : JobFields.JOB.fields())
            field.label().ifPresent(label -> labels.put(field.path(), label.path()));

        assertEquals(
                Map.of(
                        "company.industry.code", "company.industry.label",
                        "occupation.id", "occupation.label",
                        "occupation.group.id", "occupation.group.label",
                        "occupation.group.field.id", "occupation.group.field.label"),
                labels);
        labels.forEach((path, label) -> assertEquals(
                JobFields.JOB.require(label),
                JobFields.JOB.require(path).label().orElseThrow()));
        assertEquals(Optional.empty(), THING.require("kind.code").label());
    }

    private static FacetWish wish(String path, int size) {
        return new FacetWish(THING.require(path), size, Optional.empty());
    }

    private static Filter.OnField one(String path, String word) {
        return new Filter.OneOf(THING.require(path), List.of(new Value.Word(word)));
    }
}
