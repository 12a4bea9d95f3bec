package dev.rozgar.adapters.http.hiring;

import static dev.rozgar.adapters.http.json.Absent.orNull;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.posting.JobBodies;
import dev.rozgar.adapters.http.posting.JobParts;
import dev.rozgar.adapters.http.resource.Telling;
import dev.rozgar.application.hiring.ApplicationFile;
import dev.rozgar.domain.hiring.Answer;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Letter;
import dev.rozgar.domain.hiring.Offer;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.machine.Option;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An application as the two see it who share it: the recruiter and the candidate. What only the recruiter may
/// know, as the note of a rejection, the application leaves out for the candidate. Public inside because JSON-B reads
/// nothing else.
public final class ApplicationViews {
    private ApplicationViews() {}

    @JsonbPropertyOrder({"id", "state", "version"})
    public record Receipt(@Nullable Long id, ApplicationState.Kind state, Long version) {}

    /// @param name  missing where the candidate is forgotten, as all but the id is
    /// @param phone missing, as the mail address is, where the candidate does not want to be called
    @JsonbPropertyOrder({"id", "name", "phone", "phoneVerifiedAt", "email"})
    public record Person(
            Long id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable OffsetDateTime phoneVerifiedAt,
            @Nullable String email) {
        static Person of(ApplicationFile file) {
            Optional<Candidate> known = file.candidate();
            Optional<Candidate> reached = known.filter(_ -> file.reachable());
            return new Person(
                    file.application().letter().candidate().value(),
                    orNull(known, Candidate::name),
                    orNull(reached, candidate -> candidate.phone().value()),
                    orNull(known.flatMap(Candidate::phoneVerifiedAt), Json::moment),
                    orNull(reached.flatMap(Candidate::email), mail -> mail.value()));
        }
    }

    @JsonbPropertyOrder({"version", "pay", "startDate", "expiresAt"})
    public record Offered(Integer version, JobParts.PayBody pay, LocalDate startDate, OffsetDateTime expiresAt) {
        static Offered of(Offer offer) {
            return new Offered(
                    offer.version(), JobBodies.pay(offer.pay()), offer.startDate(), Json.moment(offer.expiresAt()));
        }
    }

    /// @param note the employer's own; missing for candidates
    @JsonbPropertyOrder({"reason", "note", "notifyAt"})
    public record Rejected(
            String reason, @Nullable String note, @Nullable OffsetDateTime notifyAt) {
        static Rejected of(Rejection rejection, Optional<String> note) {
            return new Rejected(
                    rejection.reason(), orNull(note, text -> text), orNull(rejection.notifyAt(), Json::moment));
        }
    }

    /// @param permitted what may happen now; missing in lists
    @JsonbPropertyOrder({
        "id",
        "jobId",
        "companyId",
        "candidate",
        "state",
        "enteredStateAt",
        "version",
        "createdAt",
        "updatedAt",
        "answers",
        "source",
        "consent",
        "resume",
        "slotId",
        "offer",
        "rejection",
        "permitted"
    })
    public record Whole(
            Long id,
            Long jobId,
            Long companyId,
            Person candidate,
            ApplicationState.Kind state,
            OffsetDateTime enteredStateAt,
            Long version,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt,
            Map<String, List<String>> answers,
            ApplyBody.SourceBody source,
            ApplyBody.ConsentBody consent,
            @Nullable String resume,
            @Nullable Long slotId,
            @Nullable Offered offer,
            @Nullable Rejected rejection,
            @Nullable List<Telling.Permitted> permitted) {}

    /// @param next the cursor of the following page; missing on the last
    @JsonbPropertyOrder({"items", "next", "links"})
    public record Page(List<Whole> items, @Nullable String next, Telling.Links links) {}

    static Whole of(ApplicationFile file, Optional<List<Option<?, ?>>> options) {
        JobApplication sent = file.application();
        Letter letter = sent.letter();
        return new Whole(
                sent.id().value(),
                sent.job().value(),
                sent.company().value(),
                Person.of(file),
                sent.state().kind(),
                Json.moment(sent.enteredStateAt()),
                sent.version(),
                Json.moment(sent.createdAt()),
                Json.moment(sent.updatedAt()),
                answers(letter),
                source(letter),
                consent(letter),
                orNull(letter.resume(), url -> url.value()),
                orNull(sent.state().heldSlot(), slot -> slot.value()),
                orNull(offer(sent.state()), Offered::of),
                orNull(file.rejection(), rejection -> Rejected.of(rejection, file.note())),
                orNull(options, Telling.Permitted::of));
    }

    private static Map<String, List<String>> answers(Letter letter) {
        Map<String, List<String>> given = new TreeMap<>();
        for (Answer answer : letter.answers()) given.put(answer.question(), answer.values());
        return given;
    }

    private static ApplyBody.SourceBody source(Letter letter) {
        var from = letter.source();
        return new ApplyBody.SourceBody(
                from.channel(), orNull(from.referrer(), text -> text), orNull(from.partnerId(), text -> text));
    }

    private static ApplyBody.ConsentBody consent(Letter letter) {
        var given = letter.consent();
        return new ApplyBody.ConsentBody(
                given.store(),
                given.contact(),
                orNull(given.policyId(), text -> text),
                orNull(given.expiresAt(), Json::moment));
    }

    private static Optional<Offer> offer(ApplicationState state) {
        return switch (state) {
            case ApplicationState.Offered made -> Optional.of(made.offer());
            case ApplicationState.Hired hired -> Optional.of(hired.offer());
            case ApplicationState.Joined joined -> Optional.of(joined.offer());
            case ApplicationState.OfferDeclined declined -> Optional.of(declined.offer());
            case ApplicationState.OfferLapsed lapsed -> Optional.of(lapsed.offer());
            case ApplicationState.Applied _, ApplicationState.Screened _, ApplicationState.InReview _ ->
                Optional.empty();
            case ApplicationState.Shortlisted _, ApplicationState.InterviewScheduled _, ApplicationState.NoShow _ ->
                Optional.empty();
            case ApplicationState.Interviewed _, ApplicationState.Dropped _, ApplicationState.Rejected _ ->
                Optional.empty();
            case ApplicationState.Withdrawn _, ApplicationState.JobClosed _ -> Optional.empty();
        };
    }
}
