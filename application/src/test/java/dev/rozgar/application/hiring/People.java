package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Terms;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.Consent;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Candidates on a scene who apply and get on.
final class People {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 20);

    private final Scene scene;
    private final MoveApplication move;

    People(Scene scene) {
        this.scene = scene;
        this.move = new MoveApplication(scene.transactions, scene.clock);
    }

    /// Somebody whose phone answers.
    CandidateId candidate() {
        return scene.run(space -> {
            var id = space.hiring().nextCandidate();
            var phone = new PhoneNumber("+9198" + String.format("%08d", id.value() % 100_000_000));
            space.hiring().add(new Candidate(id, "Ravi", phone, Optional.of(scene.clock.instant()), Optional.empty()));
            return id;
        });
    }

    Answer<Changed<JobApplication>> apply(Identity who, JobId job, Applicant applicant) {
        return new Apply(scene.transactions, scene.clock).handle(who, command(job, applicant, true), Terms.usual());
    }

    /// @param contact whether the employer may call
    static Apply.Command command(JobId job, Applicant applicant, boolean contact) {
        return new Apply.Command(
                job,
                applicant,
                List.of(),
                ApplicationSource.BOARD,
                new Consent(true, contact, Optional.empty(), Optional.empty()),
                Optional.empty());
    }

    JobApplication applied(JobId job) {
        var id = candidate();
        return Scene.done(apply(Scene.candidate(id), job, new Applicant.Known(id)))
                .thing();
    }

    JobApplication shortlisted(JobId job) {
        var sent = applied(job);
        return Scene.done(recruiter(sent, new ApplicationMove.Shortlist())).thing();
    }

    JobApplication offered(JobId job) {
        var sent = shortlisted(job);
        var expiry = scene.clock.instant().plus(Duration.ofDays(7));
        return Scene.done(recruiter(sent, new ApplicationMove.MakeOffer(pay(), FIRST_DAY, expiry)))
                .thing();
    }

    JobApplication hired(JobId job) {
        return Scene.done(accept(offered(job))).thing();
    }

    Answer<Changed<JobApplication>> accept(JobApplication offered) {
        return candidate(offered, new ApplicationMove.Accept());
    }

    Answer<Changed<JobApplication>> recruiter(JobApplication sent, ApplicationMove what) {
        return move(Scene.recruiter(sent.company()), sent.id(), what);
    }

    Answer<Changed<JobApplication>> candidate(JobApplication sent, ApplicationMove what) {
        return move(Scene.candidate(sent.letter().candidate()), sent.id(), what);
    }

    Answer<Changed<JobApplication>> move(Identity who, ApplicationId id, ApplicationMove what) {
        return move.handle(
                who, new MoveApplication.Command(id, what, Optional.empty(), OptionalLong.empty()), Terms.usual());
    }

    JobApplication stored(JobApplication sent) {
        return scene.run(space -> space.hiring().lock(sent.id())).orElseThrow();
    }

    static Identity partner() {
        return Scene.a(Role.PARTNER);
    }

    private static Pay pay() {
        var amount = BigDecimal.valueOf(18_000);
        return new Pay(
                amount, amount, Currency.getInstance("INR"), PayPeriod.MONTH, Optional.empty(), PayKind.FIXED, true);
    }
}
