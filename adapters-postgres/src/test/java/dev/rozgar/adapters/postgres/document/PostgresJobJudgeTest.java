package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.matching.JobJudge;
import dev.rozgar.application.matching.JobJudge.Judgement;
import dev.rozgar.application.matching.JobJudge.Question;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresJobJudgeTest {
    private static final Instant NOW = SampleJobs.NOW.plusSeconds(60);
    private static final CompanyId COMPANY = new CompanyId(1);
    private static final JobId PLAIN = new JobId(1);
    private static final JobId FULL = new JobId(4);
    private static final JobId PAUSED = new JobId(5);
    private static final TestDatabase DATABASE = TestDatabase.open();

    private final JobJudge judge = DATABASE.postgres().jobJudge();

    @BeforeAll
    static void save() {
        DATABASE.postgres().companyRepository().save(List.of(SampleCompanies.plain(COMPANY)));
        Job full = SampleJobs.in(
                FULL, COMPANY, new JobState.Published(SampleJobs.NOW, SampleJobs.UNTIL), SampleJobs.full("R-4"));
        Job paused = SampleJobs.in(
                PAUSED,
                COMPANY,
                new JobState.Paused(SampleJobs.NOW, SampleJobs.NOW, SampleJobs.UNTIL),
                SampleJobs.content("Hidden"));
        DATABASE.postgres()
                .jobRepository()
                .save(List.of(SampleJobs.plain(PLAIN, COMPANY), full, paused), Sync.ACCEPTED);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void judgesEachConditionByItself() {
        Filter onsite = one("remote", "ONSITE");
        Filter pune = one("locations.locality", "Pune");
        Filter cheap = new Filter.Missing(JobFields.JOB.require("pay.min"));
        Filter any = new Filter.AnyOf(List.of((Filter.OnField) onsite, (Filter.OnField) pune));

        assertEquals(
                List.of(true, true, false, true, true), holds(PLAIN, onsite, pune, new Filter.Not(pune), cheap, any));
        assertEquals(
                List.of(false, false, true, true, false), holds(FULL, onsite, pune, new Filter.Not(pune), cheap, any));
    }

    @Test
    void judgesWordsOfThisJobAlone() {
        assertEquals(
                List.of(true, true, false, false, true),
                holds(
                        PLAIN,
                        words("rider", Weight.values()),
                        words("rider", Weight.A),
                        words("rider", Weight.B),
                        words("sew", Weight.values()),
                        words("asha", Weight.C)));
        // It is a rider by its occupation only, and knows "C++" by a skill.
        assertEquals(
                List.of(true, false, true, true),
                holds(
                        FULL,
                        words("rider", Weight.values()),
                        words("rider", Weight.A),
                        words("rider", Weight.B),
                        words("c++", Weight.B)));
        assertEquals(List.of(true, false), holds(PLAIN, phrase("deliveri", "rider"), phrase("rider", "deliveri")));
    }

    @Test
    void measuresToTheNearestPlace() {
        var fromZero = new Sort.ByDistance(JobFields.JOB.require("locations.point"), new GeoPoint(0, 0));

        assertEquals(
                List.of(Optional.of(0.0)),
                judge(FULL, List.of(), List.of(), fromZero).metres());
        assertEquals(
                List.of(Optional.empty()),
                judge(PLAIN, List.of(), List.of(), fromZero).metres());
    }

    @Test
    void tellsTheValuesOfAnyField() {
        List<DocumentField> all = JobFields.JOB.fields(Use.FILTER).stream()
                .filter(field -> field.kind() != Kind.POINT)
                .toList();
        Judgement plain = judge(PLAIN, List.of(), all);
        Judgement full = judge(FULL, List.of(), all);

        assertEquals(List.of("Pune"), texts(plain, "locations.locality"));
        assertEquals(List.of("2026-03-01T09:30:00.123Z"), texts(plain, "published_at"));
        assertEquals(List.of("Asha Logistics"), texts(plain, "company.name"));
        assertEquals(List.of(), texts(plain, "occupation.group.field.label"));
        assertEquals(List.of(), texts(plain, "skills.label"));
        assertEquals(List.of("Transport"), texts(full, "occupation.group.field.label"));
        assertEquals(List.of("C++", "सिलाई", "null"), texts(full, "skills.label"));
        assertEquals(List.of("a,b", "{\"x\"}"), texts(full, "categories"));
        assertEquals(7, texts(full, "shifts.days").size());
        assertEquals(25, texts(full, "locations.locality").size());
        // What it pays is not disclosed.
        assertEquals(List.of(), texts(full, "pay.min"));
        assertEquals(List.of("true"), texts(full, "experience.fresher_ok"));
        assertEquals(List.of("9999-12-31"), texts(full, "start_date"));
    }

    @Test
    void knowsOnlyWhatASearchWouldShow() {
        Question nothing = new Question(List.of(), List.of(), List.of(), NOW);

        assertEquals(Optional.empty(), judge.judge(PAUSED, nothing));
        assertEquals(Optional.empty(), judge.judge(new JobId(77), nothing));
        assertEquals(
                Optional.empty(), judge.judge(PLAIN, new Question(List.of(), List.of(), List.of(), SampleJobs.UNTIL)));
        assertEquals(true, judge.judge(PLAIN, nothing).isPresent());
    }

    private List<Boolean> holds(JobId id, Filter... conditions) {
        return judge(id, List.of(conditions), List.of()).holds();
    }

    private Judgement judge(
            JobId id, List<Filter> conditions, List<DocumentField> fields, Sort.ByDistance... distances) {
        return judge.judge(id, new Question(conditions, fields, List.of(distances), NOW))
                .orElseThrow();
    }

    private static List<String> texts(Judgement judgement, String path) {
        return judgement.values().getOrDefault(path, List.of()).stream()
                .map(Value::text)
                .toList();
    }

    private static Filter one(String path, String word) {
        return new Filter.OneOf(JobFields.JOB.require(path), List.of(new Value.Word(word)));
    }

    private static Filter words(String word, Weight... in) {
        return new Filter.Words(List.of(Wording.word(word)), List.of(in));
    }

    private static Filter phrase(String... words) {
        return Filter.Words.of(new Wording(Wording.Form.PHRASE, List.of(words), Wording.AS_WRITTEN));
    }
}
