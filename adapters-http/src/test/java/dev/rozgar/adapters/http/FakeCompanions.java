package dev.rozgar.adapters.http;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.Sought;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.JobCompanions;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.Question;
import dev.rozgar.domain.hiring.QuestionType;
import dev.rozgar.domain.job.JobId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every job has a company of its own number, asks one thing, and shows whatever was sought in its title;
/// those with even numbers show nothing.
public final class FakeCompanions implements JobCompanions {
    public volatile @Nullable RuntimeException failure;
    public volatile int asked;

    @Override
    public List<Companion> of(List<JobId> jobs, Set<Expansion> wanted) {
        obey();
        return jobs.stream().map(job -> companion(job.value(), wanted)).toList();
    }

    private static Companion companion(long id, Set<Expansion> wanted) {
        Optional<Document> company = wanted.contains(Expansion.COMPANY)
                ? Optional.of(SampleDocument.full(CompanyFields.COMPANY, id))
                : Optional.empty();
        Question question = new Question("why", "Why?", QuestionType.INPUT_TEXT, true, List.of(), Optional.empty());
        return new Companion(
                company,
                wanted.contains(Expansion.QUESTIONS)
                        ? Optional.of(new ApplicationForm(List.of(question)))
                        : Optional.empty());
    }

    @Override
    public List<Optional<String>> highlights(List<JobId> jobs, Sought sought) {
        obey();
        String word = sought.any().getFirst().words().getFirst();
        return jobs.stream()
                .map(job -> job.value() % 2 == 0
                        ? Optional.<String>empty()
                        : Optional.of("{\"title\": \"a <em>" + word + "</em>\"}"))
                .toList();
    }

    private void obey() {
        asked++;
        RuntimeException told = failure;
        if (told != null) throw told;
    }

    void reset() {
        failure = null;
        asked = 0;
    }
}
