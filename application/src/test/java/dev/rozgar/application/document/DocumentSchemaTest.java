package dev.rozgar.application.document;

import static dev.rozgar.application.document.Declare.flag;
import static dev.rozgar.application.document.Declare.group;
import static dev.rozgar.application.document.Declare.groupWhen;
import static dev.rozgar.application.document.Declare.keyword;
import static dev.rozgar.application.document.Declare.many;
import static dev.rozgar.application.document.Declare.text;
import static dev.rozgar.application.document.Declare.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.listing.JobFields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentSchemaTest {
    private static final DocumentSchema THING = DocumentSchema.of(
            "thing",
            "listed",
            Optional.empty(),
            whole("id").required().filter().sort(),
            group("size", whole("width").required().sort(), whole("height")),
            groupWhen("priced", "price", whole("amount").required().filter().sort()),
            many("parts", "part", "thing_id", keyword("name").required().filter()));

    @Test
    void findsEveryLeafByItsDottedPath() {
        var paths = THING.fields().stream().map(DocumentField::path).toList();

        assertEquals(List.of("id", "size.width", "size.height", "price.amount", "parts.name"), paths);
    }

    @Test
    void leavesOutFieldsAndTheObjectsThatHeldThem() {
        DocumentSchema part = THING.only(Set.of("size.height", "parts.name"));

        assertEquals(
                List.of("size.height", "parts.name"),
                part.fields().stream().map(DocumentField::path).toList());
        assertEquals(2, part.members().size());
    }

    @Test
    void knowsWhatMayBeMissing() {
        assertTrue(THING.require("size.width").isAlwaysPresent());
        assertFalse(THING.require("size.height").isAlwaysPresent());
        assertFalse(THING.require("price.amount").isAlwaysPresent(), "the group around it is not always there");
    }

    @Test
    void takesEveryFieldBelowAListForMultiValued() {
        assertTrue(THING.require("parts.name").isMultiValued());
    }

    @Test
    void changesItsFingerprintWithAFieldAKindAUseOrASource() {
        String before = JobFields.JOB.fingerprint();

        assertNotEquals(before, JobFields.JOB.with(flag("night_work")).fingerprint());
        assertNotEquals(
                JobFields.JOB.with(keyword("x")).fingerprint(),
                JobFields.JOB.with(text("x")).fingerprint());
        assertNotEquals(
                JobFields.JOB.with(keyword("x")).fingerprint(),
                JobFields.JOB.with(keyword("x").filter()).fingerprint());
        assertNotEquals(
                JobFields.JOB.with(keyword("x")).fingerprint(),
                JobFields.JOB.with(keyword("x").from("y")).fingerprint());
    }

    @Test
    void keepsItsFingerprintWhenOnlyProseChanges() {
        assertEquals(
                JobFields.JOB.with(keyword("x")).fingerprint(),
                JobFields.JOB.with(keyword("x").means("Something.")).fingerprint());
    }

    @Test
    void refusesANameThatIsDeclaredTwice() {
        assertThrows(
                IllegalArgumentException.class, () -> THING.with(whole("id")).fields());
    }

    @Test
    void buildsNoFilterOnAFieldThatIsNotOne() {
        var height = THING.require("size.height");

        assertThrows(IllegalArgumentException.class, () -> new Filter.OneOf(height, List.of(new Value.Whole(1))));
    }

    @Test
    void buildsNoSortOnAList() {
        assertThrows(IllegalArgumentException.class, () -> new Sort.ByField(THING.require("parts.name"), false));
    }

    @Test
    void endsEveryOrderWithTheIdInTheDirectionOfItsFirstKey() {
        var query =
                DocumentQuery.of(THING, List.of(new Sort.ByField(THING.require("size.width"), true)), Instant.EPOCH);

        assertEquals(
                List.of("-size.width", "-id"),
                query.order().stream().map(Sort::text).toList());
    }

    @Test
    void ordersByNothingBehindTheId() {
        List<Sort> sorts = List.of(
                new Sort.ByField(THING.require("id"), false), new Sort.ByField(THING.require("size.width"), true));

        assertEquals(1, DocumentQuery.orderedBy(THING, sorts).size());
    }

    @Test
    void declaresForJobsTheWindowThatSearchesLookAt() {
        var window = JobFields.JOB.window().orElseThrow();

        assertTrue(JobFields.JOB.require(window.from()).isAlwaysPresent());
        assertTrue(JobFields.JOB.require(window.until()).isAlwaysPresent());
    }
}
