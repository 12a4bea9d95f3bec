package dev.rozgar.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.GeoPoint;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.RequisitionId;
import dev.rozgar.domain.job.Skill;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoDataTest {
    private static final DemoData DEMO = DemoSample.of(1_000);
    private static final List<Job> JOBS = DemoSample.jobs(DEMO).toList();

    @Test
    void theSamePlanGivesTheSameBytesOnEveryMachine() {
        assertEquals(
                "84c521579fe634306cd4cd8cfaedb0db4abfc872879b52767f23bee57a8114bd",
                DemoSample.sha256(Stream.concat(DemoSample.companies(DEMO), DemoSample.jobs(DEMO))));
    }

    @Test
    void aJobDoesNotDependOnThoseMadeBefore() {
        assertEquals(DemoSample.job(DEMO, 777), DemoSample.job(DemoSample.of(1_000), 777));
    }

    @Test
    void aLargerPlanBeginsWithTheSameJobs() {
        assertEquals(
                DemoSample.sha256(DemoSample.jobs(DemoSample.of(300))),
                DemoSample.sha256(DemoSample.jobs(DEMO).limit(300)));
    }

    @Test
    void anotherSeedGivesOtherJobs() {
        var other = new DemoData(new DemoPlan(7, 1_000, DemoSample.NOW));

        assertNotEquals(
                DemoSample.job(DEMO, 500).content(), DemoSample.job(other, 500).content());
    }

    @Test
    void noTwoJobsOfAnEmployerShareARequisition() {
        long distinct = JOBS.stream()
                .map(job -> job.company() + " " + job.content().requisitionId())
                .distinct()
                .count();

        assertEquals(1_000, distinct);
    }

    @Test
    void noTwoCompaniesShareASlug() {
        var demo = DemoSample.of(10_000);

        assertEquals(
                demo.companyCount(),
                demo.companies().mapToObj(demo::slug).distinct().count());
    }

    @Test
    void everyJobIsNewToTheStore() {
        assertTrue(JOBS.stream().allMatch(job -> job.version() == 0));
    }

    @ParameterizedTest
    @EnumSource
    void everyAwkwardCaseIsInTheDemoUnderItsName(AwkwardCase kind) {
        assertEquals(kind.copies(), of(kind).size());
    }

    @Test
    void theAwkwardCasesAreWhatTheirNamesSay() {
        assertEquals(
                0,
                point(AwkwardCase.NULL_ISLAND).lat()
                        + point(AwkwardCase.NULL_ISLAND).lon());
        assertEquals(
                50, only(AwkwardCase.FIFTY_LOCATIONS).workplace().locations().size());
        assertEquals(
                100_000,
                only(AwkwardCase.HTML_100K)
                        .description()
                        .html()
                        .orElseThrow()
                        .value()
                        .length());
        assertEquals(
                List.of("c-körkort"),
                only(AwkwardCase.SKILL_C_KORKORT).requirements().skills().stream()
                        .map(Skill::label)
                        .toList());
        assertTrue(only(AwkwardCase.TITLE_LINE_SEPARATOR).title().value().indexOf('\u2028') > 0);
        assertEquals(
                DemoSample.NOW,
                only(AwkwardCase.EXPIRY_IS_NOW).window().expiresAt().orElseThrow());
    }

    @Test
    void theHundredJobsAtOnePointAreAtOnePoint() {
        assertEquals(
                1,
                of(AwkwardCase.SAME_POINT).stream()
                        .map(job -> job.content().workplace())
                        .distinct()
                        .count());
    }

    @Test
    void aRepostSaysTheSameUnderAnotherNumber() {
        var reposts = of(AwkwardCase.REPOST);

        assertEquals(1, reposts.stream().map(Job::company).distinct().count());
        assertEquals(
                1,
                reposts.stream()
                        .map(job -> job.content().description())
                        .distinct()
                        .count());
        assertEquals(
                1, reposts.stream().map(job -> job.content().title()).distinct().count());
    }

    @Test
    void jobsPublishedTogetherCarryTheSameMoment() {
        assertEquals(
                1,
                of(AwkwardCase.PUBLISHED_TOGETHER).stream()
                        .map(job -> assertInstanceOf(JobState.Published.class, job.state())
                                .at())
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @EnumSource(JobState.Kind.class)
    void everyStateIsThere(JobState.Kind kind) {
        assertTrue(JOBS.stream()
                .limit(AwkwardCase.total())
                .anyMatch(job -> job.state().kind().equals(kind)));
    }

    @Test
    void theSuspendedEmployerHasJobsThatWereShown() {
        var employer = of(AwkwardCase.SUSPENDED_EMPLOYER).getFirst().company();
        var company = DEMO.company((int) employer.value() - 1, new CompanyId(1));

        assertInstanceOf(CompanyState.Suspended.class, company.state());
    }

    private static List<Job> of(AwkwardCase kind) {
        var names = IntStream.rangeClosed(1, kind.copies())
                .mapToObj(kind::requisition)
                .toList();
        return JOBS.stream().filter(job -> names.contains(requisition(job))).toList();
    }

    private static RequisitionId requisition(Job job) {
        return job.content().requisitionId().orElseThrow();
    }

    private static JobContent only(AwkwardCase kind) {
        return of(kind).getFirst().content();
    }

    private static GeoPoint point(AwkwardCase kind) {
        return only(kind).workplace().locations().getFirst().geo().orElseThrow();
    }
}
