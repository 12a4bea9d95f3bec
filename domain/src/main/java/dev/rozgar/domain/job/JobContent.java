package dev.rozgar.domain.job;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Everything a job says, in groups; each group checks itself.
///
/// @param pay     empty: nothing is known
/// @param contact for applicants only
public record JobContent(
        Optional<RequisitionId> requisitionId,
        LanguageTag language,
        Title title,
        Description description,
        Workplace workplace,
        Classification classification,
        WorkTime workTime,
        Optional<Pay> pay,
        Requirements requirements,
        Set<Benefit> benefits,
        Openings openings,
        Optional<Contact> contact,
        PostingWindow window,
        ApplyChannel apply,
        Origin origin) {
    public JobContent {
        benefits = Collections.unmodifiableSet(new TreeSet<>(benefits));
    }

    /// What the guards of [JobState] look at, for a job in good standing.
    public JobFacts facts() {
        return facts(Standing.GOOD);
    }

    /// What the guards of [JobState] look at.
    public JobFacts facts(Standing standing) {
        return new JobFacts(window, openings, standing);
    }

    /// The same with another posting window.
    public JobContent with(PostingWindow changed) {
        return new JobContent(
                requisitionId,
                language,
                title,
                description,
                workplace,
                classification,
                workTime,
                pay,
                requirements,
                benefits,
                openings,
                contact,
                changed,
                apply,
                origin);
    }

    /// The same without the person to ask.
    JobContent withoutContact() {
        return new JobContent(
                requisitionId,
                language,
                title,
                description,
                workplace,
                classification,
                workTime,
                pay,
                requirements,
                benefits,
                openings,
                Optional.empty(),
                window,
                apply,
                origin);
    }

    /// The same with other seats.
    public JobContent with(Openings changed) {
        return new JobContent(
                requisitionId,
                language,
                title,
                description,
                workplace,
                classification,
                workTime,
                pay,
                requirements,
                benefits,
                changed,
                contact,
                window,
                apply,
                origin);
    }
}
