package dev.rozgar.application.matching;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.matching.JobJudge.Judgement;
import dev.rozgar.application.matching.JobJudge.Question;
import dev.rozgar.application.matching.JobTraits.Branch;
import dev.rozgar.application.words.TextQuery;
import dev.rozgar.application.words.Understand;
import dev.rozgar.application.words.Understanding;
import dev.rozgar.application.words.Understanding.Meaning;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds out what the jobs like one are: what it is itself, looked up once, so that both read models look for
/// the same.
public final class LikenJob {
    private static final DocumentField TITLE = field("title");
    private static final DocumentField SKILL = field("skills.label");
    private static final DocumentField LOCALITY = field("locations.locality");
    private static final DocumentField REGION = field("locations.region");

    private static final Pattern ASIDE = Pattern.compile("[(\\[{|]|\\s[-–—]\\s");

    private static final List<String> TREE = List.of("occupation", "occupation.group", "occupation.group.field");

    private static final List<DocumentField> ASKED = Stream.concat(
                    Stream.of(TITLE, SKILL, LOCALITY, REGION), TREE.stream().flatMap(LikenJob::branch))
            .toList();

    private final JobJudge judge;
    private final Understand understand;

    public LikenJob(JobJudge judge, Understand understand) {
        this.judge = judge;
        this.understand = understand;
    }

    /// Empty if no search shows the job at that moment.
    public Optional<JobLikeness> handle(JobId id, Instant asOf) {
        return judge.judge(id, new Question(List.of(), ASKED, List.of(), asOf))
                .map(judgement -> new JobLikeness(traits(id, judgement)));
    }

    private JobTraits traits(JobId id, Judgement job) {
        String title = texts(job, TITLE).getFirst();
        return new JobTraits(
                id,
                title,
                words(name(title)),
                branches(job),
                texts(job, SKILL),
                texts(job, LOCALITY),
                texts(job, REGION));
    }

    /// What stands before the first bracket or dash: behind it titles say when, where and how urgently, in
    /// words that thousands share.
    private static String name(String title) {
        String name = ASIDE.split(title, 2)[0];
        return name.isBlank() ? title : name;
    }

    private List<Meaning> words(String name) {
        return TextQuery.said(name)
                .map(understand::said)
                .map(Understanding::meanings)
                .orElse(List.of());
    }

    private static List<Branch> branches(Judgement job) {
        List<Branch> branches = new ArrayList<>();
        for (String path : TREE) {
            DocumentField number = field(path + ".id");
            List<String> labels = texts(job, field(path + ".label"));
            for (Value value : values(job, number))
                if (value instanceof Value.Whole whole)
                    branches.add(new Branch(number, whole.number(), labels.getFirst()));
        }
        return branches;
    }

    private static List<String> texts(Judgement job, DocumentField field) {
        return values(job, field).stream().map(Value::text).distinct().toList();
    }

    private static List<Value> values(Judgement job, DocumentField field) {
        return job.values().getOrDefault(field.path(), List.of());
    }

    private static Stream<DocumentField> branch(String path) {
        return Stream.of(field(path + ".id"), field(path + ".label"));
    }

    private static DocumentField field(String path) {
        return JobFields.JOB.require(path);
    }
}
