package dev.rozgar.domain.job;

import static dev.rozgar.domain.job.SampleJobs.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.Refusal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobValuesTest {
    private static final Optional<LocalTime> TEN_AT_NIGHT = Optional.of(LocalTime.of(22, 0));
    private static final Optional<LocalTime> SIX = Optional.of(LocalTime.of(6, 0));

    @Test
    void idsAreAboveZero() {
        assertEquals(List.of("TOO_SMALL"), Refusal.of(() -> new JobId(0)));
        assertEquals(List.of("TOO_SMALL"), Refusal.of(() -> new OccupationId(-1)));
    }

    @Test
    void aTitleEndsAtOneHundredCharacters() {
        assertEquals(List.of("TOO_LONG"), Refusal.of(() -> new Title("ड".repeat(101))));
    }

    @ParameterizedTest
    @CsvSource({"hi, hi", "EN-in, en-IN", "ur-arab-IN, ur-Arab-IN", "zh-Hant-TW, zh-Hant-TW"})
    void languagesAreWrittenOneWay(String given, String canonical) {
        assertEquals(canonical, new LanguageTag(given).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en_IN", "english!", "und", "x", "en-", "हि"})
    void otherLanguagesAreRefused(String tag) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> new LanguageTag(tag)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IN", "IN-MH", "US-NY", "FR-75"})
    void regionsAreIsoCodes(String code) {
        assertEquals(code.substring(0, 2), new RegionCode(code).country().value());
    }

    @ParameterizedTest
    @CsvSource({"IN-, MALFORMED", "IN-mh, MALFORMED", "IN-MAHA, MALFORMED", "XX-MH, UNKNOWN_VALUE", "'', UNKNOWN_VALUE"
    })
    void otherRegionsAreRefused(String code, String fault) {
        assertEquals(List.of(fault), Refusal.of(() -> new RegionCode(code)));
    }

    @Test
    void aJobHasOneToFiftyPlaces() {
        assertEquals(List.of("/locations TOO_FEW"), Refusal.of(() -> places(0)));
        assertEquals(List.of("/locations TOO_MANY"), Refusal.of(() -> places(51)));
        assertEquals(50, places(50).locations().size());
    }

    @Test
    void aNightShiftRunsPastMidnight() {
        var shift = new Shift(ShiftKind.NIGHT, TEN_AT_NIGHT, SIX, Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
        assertEquals(List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), List.copyOf(shift.days()));
    }

    @Test
    void aShiftHasBothEndsOrNone() {
        assertEquals(
                List.of("CONTRADICTION"), Refusal.of(() -> new Shift(ShiftKind.DAY, SIX, Optional.empty(), Set.of())));
    }

    @Test
    void aShiftLasts() {
        assertEquals(List.of("/end CONTRADICTION"), Refusal.of(() -> new Shift(ShiftKind.DAY, SIX, SIX, Set.of())));
    }

    @Test
    void clocksHaveWholeMinutes() {
        var odd = Optional.of(LocalTime.of(6, 0, 1));
        assertEquals(
                List.of("/start MALFORMED"), Refusal.of(() -> new Shift(ShiftKind.DAY, odd, TEN_AT_NIGHT, Set.of())));
        assertEquals(
                List.of("/from MALFORMED"),
                Refusal.of(() -> new CallWindow(LocalTime.of(6, 0, 1), LocalTime.of(9, 0))));
    }

    @Test
    void callsAreTakenWithinOneDay() {
        assertEquals(
                List.of("/to CONTRADICTION"), Refusal.of(() -> new CallWindow(LocalTime.of(9, 0), LocalTime.of(9, 0))));
    }

    @Test
    void scopeIsAShareOfFullTime() {
        assertEquals(List.of("/min_pct MALFORMED", "/max_pct MALFORMED"), Refusal.of(() -> new Scope(0, 101)));
        assertEquals(List.of("/max_pct CONTRADICTION"), Refusal.of(() -> new Scope(80, 50)));
    }

    @ParameterizedTest
    @CsvSource({"MUST, 9", "MUST, 101", "NICE, 6", "NICE, -1"})
    void theWeightBelongsToTheLevel(SkillLevel level, int weight) {
        assertEquals(
                List.of("/weight CONTRADICTION"),
                Refusal.of(() -> new Skill(Optional.empty(), "Riding", weight, level)));
        assertEquals(
                List.of("/weight CONTRADICTION"),
                Refusal.of(() -> new LanguageSkill(Optional.empty(), "Hindi", weight, level)));
    }

    @Test
    void aSkillByItsLabelHasTheUsualWeight() {
        assertEquals(
                List.of(10, 5),
                List.of(
                        Skill.of("Riding", SkillLevel.MUST).weight(),
                        Skill.of("Riding", SkillLevel.NICE).weight()));
    }

    @Test
    void noSkillIsAskedTwice() {
        var none = Requirements.NONE;
        var twice = List.of(Skill.of("Riding", SkillLevel.MUST), Skill.of("riding", SkillLevel.NICE));
        assertEquals(
                List.of("/skills/1 DUPLICATE"),
                Refusal.of(() -> new Requirements(
                        twice, List.of(), none.experience(), none.education(), none.english(), none.credentials())));
    }

    @Test
    void freshersHaveNoRequiredMonths() {
        assertEquals(
                List.of("/fresher_ok CONTRADICTION"),
                Refusal.of(() -> new Experience(true, Optional.of(1), Optional.empty(), true)));
    }

    @Test
    void experienceIsBoundedAndOrdered() {
        assertEquals(
                List.of("/months_min MALFORMED", "/months_max MALFORMED"),
                Refusal.of(() -> new Experience(false, Optional.of(-1), Optional.of(601), false)));
        assertEquals(
                List.of("/months_max CONTRADICTION"),
                Refusal.of(() -> new Experience(false, Optional.of(12), Optional.of(11), false)));
    }

    @Test
    void aRequiredLicenceHasAName() {
        assertEquals(
                List.of("/licence_required CONTRADICTION"),
                Refusal.of(() -> new Credentials(List.of(), true, false, Set.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, /openings_total MALFORMED",
        "1, 2, /openings_filled CONTRADICTION",
        "1, -1, /openings_filled CONTRADICTION"
    })
    void seatsAreCounted(int total, int filled, String fault) {
        assertEquals(List.of(fault), Refusal.of(() -> new Openings(total, filled)));
    }

    @Test
    void thereIsAWayToApply() {
        assertEquals(
                List.of("REQUIRED"), Refusal.of(() -> new ApplyChannel(false, Optional.empty(), Optional.empty())));
    }

    @Test
    void allFaultsOfTheWindowAreTold() {
        assertEquals(
                List.of(
                        "/expires_at CONTRADICTION",
                        "/apply_by CONTRADICTION",
                        "/start_date MALFORMED",
                        "/immediate CONTRADICTION"),
                Refusal.of(() -> new PostingWindow(
                        Optional.of(NOW),
                        Optional.of(NOW),
                        Optional.of(NOW.plusMillis(1)),
                        Optional.of(LocalDate.of(12_026, 1, 1)),
                        true)));
    }

    @Test
    void aWindowWithinOneMillisecondIsNone() {
        assertEquals(
                List.of("/expires_at CONTRADICTION"),
                Refusal.of(() -> new PostingWindow(
                        Optional.of(NOW), Optional.of(NOW.plusNanos(5)), Optional.empty(), Optional.empty(), false)));
    }

    @Test
    void reopeningUntilTheEndOfTimeIsRefused() {
        assertEquals(List.of("/until MALFORMED"), Refusal.of(() -> new JobMove.Reopen(Instant.MAX)));
    }

    @Test
    void promotionIsAPercentage() {
        assertEquals(List.of("/promotion MALFORMED"), Refusal.of(() -> new Origin(new JobSource("api"), 101)));
    }

    @Test
    void categoriesAreNamedOnce() {
        var twice = List.of(new Category("Driving"), new Category("Driving"));
        assertEquals(List.of("/categories/1 DUPLICATE"), Refusal.of(() -> new Classification(Optional.empty(), twice)));
    }

    @Test
    void aContactHasAName() {
        assertEquals(
                List.of("/name REQUIRED"),
                Refusal.of(() -> new Contact(" ", new PhoneNumber("+911234567890"), true, Optional.empty())));
    }

    @Test
    void aDescriptionNamesEachOverlongPart() {
        var long10k = Optional.of("x".repeat(10_001));
        assertEquals(
                List.of("/text TOO_LONG", "/responsibilities TOO_LONG", "/qualifications TOO_LONG"),
                Refusal.of(() -> new Description("x".repeat(100_001), Optional.empty(), long10k, long10k)));
    }

    @Test
    void aStateWithoutDurationIsRefused() {
        assertEquals(List.of("CONTRADICTION"), Refusal.of(() -> new JobState.Published(NOW, NOW)));
        assertEquals(List.of("CONTRADICTION"), Refusal.of(() -> new JobState.Scheduled(NOW, NOW)));
        assertEquals(List.of("CONTRADICTION"), Refusal.of(() -> new JobState.Paused(NOW, NOW, NOW)));
    }

    @Test
    void setsOfAValueCannotBeChanged() {
        var benefits = SampleJobs.content().benefits();
        assertThrows(UnsupportedOperationException.class, () -> benefits.add(Benefit.PF));
    }

    private static Workplace places(int count) {
        return new Workplace(Collections.nCopies(count, SampleJobs.place()), RemoteMode.ONSITE, List.of());
    }
}
