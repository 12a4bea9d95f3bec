package dev.rozgar.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.job.Experience;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobLocation;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.Pay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Measures a demo against the figures it follows. The tolerances are five standard deviations of the sample.
class DemoShapesTest {
    private static final int JOBS = 10_000;
    private static final DemoData DEMO = DemoSample.of(JOBS);
    private static final List<Job> ORDINARY = DemoSample.ordinaryJobs(DEMO);
    private static final List<Job> SHOWN = ORDINARY.stream()
            .filter(job -> job.state() instanceof JobState.Published)
            .toList();
    private static final List<Company> COMPANIES = DemoSample.companies(DEMO).toList();

    @BeforeAll
    static void tellTheSeed() {
        System.out.println("demo of seed " + DemoSample.SEED + ", " + JOBS + " jobs");
    }

    @Test
    void theTenLargestEmployersHaveUnderAThirdOfTheJobs() {
        var counts =
                ORDINARY.stream().collect(Collectors.groupingBy(Job::company, Collectors.counting())).values().stream()
                        .sorted((a, b) -> Long.compare(b, a))
                        .toList();

        assertShare(0.29, counts.stream().limit(10).mapToLong(n -> n).sum() / (double) ORDINARY.size(), 0.03);
    }

    @Test
    void mostJobsAreYoung() {
        assertShare(0.63, share(SHOWN, job -> age(job).toDays() < 28), 0.03);
        assertShare(0.88, share(SHOWN, job -> age(job).toDays() < 56), 0.03);
    }

    @Test
    void shownJobsEndInTheFuture() {
        assertTrue(SHOWN.stream()
                .allMatch(job -> job.state().inForceUntil().orElseThrow().isAfter(DemoSample.NOW)));
    }

    @Test
    void mostJobsAreShown() {
        assertShare(0.92, SHOWN.size() / (double) ORDINARY.size(), 0.02);
    }

    @Test
    void regionsAreSkewedAsOnRealBoards() {
        assertShare(0.27, share(places(), in("Maharashtra")), 0.03);
        assertShare(0.15, share(places(), in("Karnataka")), 0.03);
        assertShare(0.13, share(places(), in("Delhi")), 0.03);
        assertShare(
                0.007,
                share(places(), place -> !place.address().country().value().equals("IN")),
                0.005);
    }

    @Test
    void oneCityLeads() {
        assertShare(
                0.19 * Shapes.LOCALITY,
                share(
                        places(),
                        place -> place.address()
                                .locality()
                                .filter("Mumbai"::equals)
                                .isPresent()),
                0.03);
    }

    @Test
    void manyJobsShareTheirPoint() {
        long distinct = places().stream().map(JobLocation::geo).distinct().count();

        assertTrue(distinct < places().size() * 0.12, distinct + " distinct points");
    }

    @Test
    void fieldsAreFilledAsOftenAsOnRealBoards() {
        assertShare(Shapes.APPLY_BY, filled(c -> c.window().applyBy().isPresent()), 0.02);
        assertShare(Shapes.PAY, filled(c -> c.pay().isPresent()), 0.02);
        assertShare(
                Shapes.PAY * Shapes.PAY_UNDISCLOSED,
                filled(c -> c.pay().filter(pay -> !pay.disclosed()).isPresent()),
                0.015);
        assertShare(
                Shapes.EXPERIENCE, filled(c -> !c.requirements().experience().equals(Experience.NONE)), 0.025);
        assertShare(Shapes.EDUCATION, filled(c -> c.requirements().education().isPresent()), 0.025);
        assertShare(Shapes.BENEFITS, filled(c -> !c.benefits().isEmpty()), 0.025);
        assertShare(1, filled(c -> c.workplace().locations().getFirst().geo().isPresent()), 0);
        assertShare(Shapes.ONE_LOCATION, filled(c -> c.workplace().locations().size() == 1), 0.01);
        assertShare(0.21, filled(c -> !c.requirements().credentials().licences().isEmpty()), 0.08);
    }

    @Test
    void addressesAreFilledAsOftenAsOnRealBoards() {
        assertShare(
                Shapes.LOCALITY,
                share(places(), place -> place.address().locality().isPresent()),
                0.02);
        assertShare(
                Shapes.STREET * Shapes.LOCALITY,
                share(places(), place -> place.address().street().isPresent()),
                0.025);
        assertShare(
                Shapes.POSTCODE * Shapes.LOCALITY,
                share(places(), place -> place.address().postcode().isPresent()),
                0.025);
    }

    @Test
    void companiesAreFilledAsOftenAsOnRealBoards() {
        assertShare(
                Shapes.LOGO,
                share(COMPANIES, company -> company.profile().logo().isPresent()),
                0.04);
        assertShare(
                Shapes.EMPLOYER_URL,
                share(COMPANIES, company -> company.profile().website().isPresent()),
                0.04);
        assertShare(
                Shapes.INDUSTRY,
                share(COMPANIES, company -> company.profile().industry().isPresent()),
                0.04);
        assertShare(0.92, share(COMPANIES, company -> company.state() instanceof CompanyState.Verified), 0.03);
    }

    @Test
    void titlesAreAsLongAsOnRealBoards() {
        var lengths = sorted(job -> job.content()
                .title()
                .value()
                .codePointCount(0, job.content().title().value().length()));

        assertBetween(8, 18, at(lengths, 0.05));
        assertBetween(28, 41, at(lengths, 0.5));
        assertBetween(60, 80, at(lengths, 0.95));
    }

    @Test
    void textsAreShortWithALongTail() {
        var lengths = sorted(job -> job.content().description().text().length());

        assertBetween(250, 450, at(lengths, 0.5));
        assertBetween(750, 1100, at(lengths, 0.95));
    }

    @Test
    void payIsSpreadAsOnRealBoards() {
        var ratios = ORDINARY.stream()
                .flatMap(job -> job.content().pay().stream())
                .mapToDouble(pay -> pay.max().doubleValue() / pay.min().doubleValue())
                .sorted()
                .toArray();

        assertBetween(1.2, 1.4, at(ratios, 0.5));
        assertBetween(1.9, 2.3, at(ratios, 0.9));
    }

    @Test
    void payIsMostlyByTheMonth() {
        Map<String, Long> periods = ORDINARY.stream()
                .flatMap(job -> job.content().pay().stream())
                .map(Pay::period)
                .collect(Collectors.groupingBy(Enum::name, Collectors.counting()));
        double all = periods.values().stream().mapToLong(n -> n).sum();

        assertBetween(0.75, 0.9, periods.getOrDefault("MONTH", 0L) / all);
        assertEquals(5, periods.size());
    }

    @Test
    void someDescriptionsRepeat() {
        var texts = ORDINARY.stream()
                .collect(Collectors.groupingBy(job -> job.content().description(), Collectors.counting()));
        long repeated = ORDINARY.size() - texts.size();

        assertShare(0.046, repeated / (double) ORDINARY.size(), 0.015);
    }

    private static Duration age(Job job) {
        return job.state() instanceof JobState.Published(var at, var _)
                ? Duration.between(at, DemoSample.NOW)
                : Duration.ZERO;
    }

    private static List<JobLocation> places() {
        return ORDINARY.stream()
                .map(job -> job.content().workplace().locations().getFirst())
                .toList();
    }

    private static Predicate<JobLocation> in(String region) {
        return place -> place.address().region().filter(region::equals).isPresent();
    }

    private static double filled(Predicate<JobContent> has) {
        return share(ORDINARY, job -> has.test(job.content()));
    }

    private static <T> double share(List<T> all, Predicate<T> some) {
        return all.stream().filter(some).count() / (double) all.size();
    }

    private static double[] sorted(ToDoubleFunction<Job> measure) {
        return ORDINARY.stream().mapToDouble(measure).sorted().toArray();
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private static void assertShare(double wanted, double found, double tolerance) {
        assertEquals(wanted, found, tolerance);
    }

    private static void assertBetween(double least, double most, double found) {
        assertTrue(found >= least && found <= most, () -> found + " is not within " + least + " to " + most);
    }
}
