package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Reception;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.hiring.Applicant.Known;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.Consent;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Letter;
import dev.rozgar.domain.hiring.Vacancy;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Sends in an application. It is looked at by the system at once, and charged if it is the candidate's
/// first one for the job.
public final class Apply {
    private final Transactions transactions;
    private final Clock clock;

    public Apply(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public record Command(
            JobId job,
            Applicant applicant,
            List<dev.rozgar.domain.hiring.Answer> answers,
            ApplicationSource source,
            Consent consent,
            Optional<WebUrl> resume) {
        public Command {
            answers = List.copyOf(answers);
            var faults = new Faults();
            faults.at("consent", () -> requireStorable(consent));
            faults.raise();
        }

        private static Consent requireStorable(Consent consent) {
            var faults = new Faults();
            faults.unless(consent.store(), "store", "REQUIRED", "must be true: without, nothing can be kept");
            faults.raise();
            return consent;
        }

        /// Who brought it is known by the caller's identity and by nothing else.
        private Letter from(CandidateId candidate, Identity who) {
            var partner = who.role() == Role.PARTNER ? Optional.of(who.subject()) : Optional.<String>empty();
            return new Letter(candidate, answers, source.broughtBy(partner), consent, resume);
        }
    }

    /// Refused when the job takes no applications, when the candidate has a live one
    /// (`ALREADY_APPLIED`), is not known (`UNKNOWN_CANDIDATE`) or gives somebody else's number
    /// (`PHONE_IN_USE`), and when the answers that knocked its last application out would do so
    /// today (`KNOCKED_OUT`): other answers to the same questions are no second chance, other
    /// questions are. Throws [dev.rozgar.domain.InvalidValues] when the answers do not fit the form.
    public Answer<Changed<JobApplication>> handle(Identity who, Command command, Terms<Changed<JobApplication>> terms) {
        var verdict = Access.judge(who, Right.APPLICATION_APPLY, owner(who, command.applicant()));
        if (verdict != Verdict.ALLOWED) return new Answer.Denied<>(verdict);
        var now = clock.instant();
        return transactions.run(
                terms,
                space -> space.jobs()
                        .lock(command.job())
                        .filter(job -> isKnown(space, job, now))
                        .map(job -> apply(new Entry(space, who, now), command, job))
                        .orElseGet(() -> space.jobs().isPast(command.job(), now)
                                ? new Answer.Gone<>()
                                : new Answer.Missing<>()));
    }

    /// One candidate does not apply as another, and whoever introduces itself is nobody yet.
    private static Owner owner(Identity who, Applicant applicant) {
        var candidate = applicant instanceof Known(CandidateId id) ? Optional.of(id) : who.candidate();
        return new Owner(Optional.empty(), candidate);
    }

    /// Whoever applies learns of no job that the public was never shown, not even that it is there.
    private static boolean isKnown(Workspace space, Job job, Instant now) {
        return switch (job.state().kind()) {
            case PUBLISHED, PAUSED, FILLED -> true;
            case DRAFT, IN_REVIEW, CHANGES_REQUESTED, SCHEDULED -> false;
            case EXPIRED, CLOSED, REJECTED, ARCHIVED -> space.jobs().isPast(job.id(), now);
        };
    }

    private static Answer<Changed<JobApplication>> apply(Entry entry, Command command, Job job) {
        var own = entry.who.role() == Role.CANDIDATE ? entry.who.candidate() : Optional.<CandidateId>empty();
        var hiring = entry.space.hiring();
        var applicant = command.applicant();
        var reception = hiring.receive(job.id(), applicant.id(own), applicant.number(), entry.now);
        return switch (applicant.meet(reception, own, hiring::nextCandidate)) {
            case Decision.Refused<Applicant.Met>(var reasons) -> refused(reasons);
            case Decision.Accepted<Applicant.Met>(var met, var _) -> {
                var letter = command.from(met.candidate().id(), entry.who);
                var vacancy = Vacancy.of(
                        job,
                        entry.employer(job),
                        reception.form(),
                        reception.applied().contains(letter.candidate()),
                        reception.knockedOut().getOrDefault(letter.candidate(), List.of()));
                yield switch (JobApplication.apply(hiring.nextApplication(), letter, vacancy, entry.now)) {
                    case Decision.Accepted<JobApplication> yes ->
                        Answer.Done.accepted(entry.write(met, yes, reception));
                    case Decision.Refused<JobApplication>(var reasons) -> refused(reasons);
                };
            }
        };
    }

    private static <R> Answer<R> refused(List<Reason> reasons) {
        return new Answer.Refused<>(reasons, Optional.empty());
    }

    private record Entry(Workspace space, Identity who, Instant now) {
        /// Was read with the job.
        Employer employer(Job job) {
            return space.jobs().employer(job);
        }

        Changed<JobApplication> write(
                Applicant.Met met, Decision.Accepted<JobApplication> decided, Reception reception) {
            if (met.isNew()) space.hiring().add(met.candidate());
            boolean isFirst = !reception.before().contains(met.candidate().id());
            return new ApplicationWrite(space, who).sent(decided, isFirst);
        }
    }
}
