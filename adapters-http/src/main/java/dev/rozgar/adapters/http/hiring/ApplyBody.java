package dev.rozgar.adapters.http.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.hiring.Applicant;
import dev.rozgar.application.hiring.Apply;
import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.Fault;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.hiring.Answer;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.Consent;
import dev.rozgar.domain.job.JobId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An application to be sent in.
///
/// @param candidateId somebody the board has met; a candidate need not say it
/// @param applicant   or somebody who says who it is
/// @param answers     to the questions of the job's form, by their ids
/// @param resume      an address
public record ApplyBody(
        @Nullable Long candidateId,
        @Nullable ApplicantBody applicant,
        @Nullable Map<String, List<String>> answers,
        @Nullable SourceBody source,
        ConsentBody consent,
        @Nullable String resume) {

    public record ApplicantBody(
            String name, String phone, @Nullable String email) {
        Applicant toApplicant() {
            var faults = new Faults();
            var number = faults.required("phone", phone, PhoneNumber::new);
            var mail = faults.optional("email", email, EmailAddress::new);
            return faults.build(() -> new Applicant.Introduced(name, number.get(), mail.get()));
        }
    }

    public record SourceBody(
            String channel,
            @Nullable String referrer,
            @Nullable String partnerId) {
        ApplicationSource toSource() {
            return ApplicationSource.said(channel, Optional.ofNullable(referrer), Optional.ofNullable(partnerId));
        }
    }

    public record ConsentBody(
            Boolean store,
            Boolean contact,
            @Nullable String policyId,
            @Nullable OffsetDateTime expiresAt) {
        Consent toConsent() {
            return new Consent(
                    store,
                    contact,
                    Optional.ofNullable(policyId),
                    Optional.ofNullable(expiresAt).map(OffsetDateTime::toInstant));
        }
    }

    /// @throws InvalidValues with every fault, each with its pointer into this body
    Apply.Command toCommand(JobId job, Identity who) {
        var faults = new Faults();
        var person = faults.at("", () -> applicant(who));
        var replies = faults.at("answers", this::given);
        var origin = faults.at("source", () -> source == null ? ApplicationSource.BOARD : source.toSource());
        var allowed = faults.required("consent", consent, ConsentBody::toConsent);
        var paper = faults.optional("resume", resume, WebUrl::new);
        return faults.build(
                () -> new Apply.Command(job, person.get(), replies.get(), origin.get(), allowed.get(), paper.get()));
    }

    private Applicant applicant(Identity who) {
        var faults = new Faults();
        faults.unless(
                candidateId == null || applicant == null,
                "candidate_id",
                "CONTRADICTION",
                "cannot come with applicant");
        var known = faults.optional("candidate_id", candidateId, CandidateId::new);
        var introduced = faults.optional("applicant", applicant, ApplicantBody::toApplicant);
        boolean somebody =
                candidateId != null || applicant != null || who.candidate().isPresent();
        faults.unless(somebody, "applicant", "REQUIRED", "must be given, or candidate_id");
        return faults.build(() -> introduced
                .get()
                .orElseGet(
                        () -> new Applicant.Known(known.get().or(who::candidate).orElseThrow())));
    }

    /// In the order of the questions' ids: an object has none of its own.
    private List<Answer> given() {
        var faults = new Faults();
        List<Answer> found = new ArrayList<>();
        new TreeMap<>(answers == null ? Map.of() : answers)
                .forEach((question, values) -> faults.at(question, () -> found.add(answer(question, values))));
        return faults.build(() -> found);
    }

    /// The values lie directly under the question here.
    private static Answer answer(String question, List<String> values) {
        try {
            return new Answer(question, values);
        } catch (InvalidValues refused) {
            throw new InvalidValues(refused.faults().stream()
                    .map(fault -> new Fault(
                            fault.pointer().replaceFirst("^/(values|question)", ""), fault.code(), fault.detail()))
                    .toList());
        }
    }
}
