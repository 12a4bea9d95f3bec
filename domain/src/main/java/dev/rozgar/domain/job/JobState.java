package dev.rozgar.domain.job;

import static dev.rozgar.domain.Decision.accepted;
import static dev.rozgar.domain.Decision.unlessBlocked;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Text;
import dev.rozgar.domain.job.JobMove.Approve;
import dev.rozgar.domain.job.JobMove.Archive;
import dev.rozgar.domain.job.JobMove.Close;
import dev.rozgar.domain.job.JobMove.Expire;
import dev.rozgar.domain.job.JobMove.Fill;
import dev.rozgar.domain.job.JobMove.MarkSpam;
import dev.rozgar.domain.job.JobMove.Pause;
import dev.rozgar.domain.job.JobMove.Reject;
import dev.rozgar.domain.job.JobMove.Reopen;
import dev.rozgar.domain.job.JobMove.RequestChanges;
import dev.rozgar.domain.job.JobMove.Resume;
import dev.rozgar.domain.job.JobMove.Start;
import dev.rozgar.domain.job.JobMove.Submit;
import dev.rozgar.domain.machine.NoArrow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where a job stands: the whole machine on one page. States carry their own data, so a draft has no date of
/// publication to be null. No switch has a `default`: a new state or move does not compile until every arrow is drawn.
public sealed interface JobState {
    /// How long an ended job is kept before it may be archived.
    Duration RETENTION = Duration.ofDays(180);

    /// Being written.
    record Draft() implements JobState {}

    /// Waiting for a moderator.
    record InReview(Instant since) implements JobState {
        public InReview {
            since = Millis.of(since);
        }
    }

    /// Sent back to the recruiter.
    record ChangesRequested(Instant since, String reason) implements JobState {
        public ChangesRequested {
            since = Millis.of(since);
            reason = Text.reason(reason);
        }
    }

    /// Approved, to be shown later.
    record Scheduled(Instant publishAt, Instant until) implements JobState {
        public Scheduled {
            publishAt = Millis.of(publishAt);
            until = Millis.of(until);
            Millis.requireOrder(publishAt, until);
        }
    }

    /// Shown from `at` until just before `until`.
    record Published(Instant at, Instant until) implements JobState {
        public Published {
            at = Millis.of(at);
            until = Millis.of(until);
            Millis.requireOrder(at, until);
        }
    }

    /// Hidden by the recruiter; its time runs on.
    record Paused(Instant since, Instant publishedAt, Instant until) implements JobState {
        public Paused {
            since = Millis.of(since);
            publishedAt = Millis.of(publishedAt);
            until = Millis.of(until);
            Millis.requireOrder(publishedAt, until);
        }
    }

    /// Ended: the seats are taken.
    record Filled(Instant at, Instant publishedAt) implements JobState {
        public Filled {
            at = Millis.of(at);
            publishedAt = Millis.of(publishedAt);
        }
    }

    /// Ended by the clock; `publishedAt` is empty if it never got as far.
    record Expired(Instant at, Optional<Instant> publishedAt) implements JobState {
        public Expired {
            at = Millis.of(at);
            publishedAt = publishedAt.map(Millis::of);
        }
    }

    /// Ended by the recruiter; `publishedAt` is empty if it never got as far.
    record Closed(Instant at, Optional<Instant> publishedAt, String reason) implements JobState {
        public Closed {
            at = Millis.of(at);
            publishedAt = publishedAt.map(Millis::of);
            reason = Text.reason(reason);
        }
    }

    /// Refused for good.
    ///
    /// @param spam it counts against the company
    record Rejected(Instant at, String reason, boolean spam) implements JobState {
        public Rejected {
            at = Millis.of(at);
            reason = Text.reason(reason);
        }
    }

    /// Filed away; nothing leads out.
    record Archived(Instant at) implements JobState {
        public Archived {
            at = Millis.of(at);
        }
    }

    /// The states' names, for storage and for the API.
    enum Kind {
        DRAFT,
        IN_REVIEW,
        CHANGES_REQUESTED,
        SCHEDULED,
        PUBLISHED,
        PAUSED,
        FILLED,
        EXPIRED,
        CLOSED,
        REJECTED,
        ARCHIVED
    }

    /// This state's name.
    default Kind kind() {
        return switch (this) {
            case Draft _ -> Kind.DRAFT;
            case InReview _ -> Kind.IN_REVIEW;
            case ChangesRequested _ -> Kind.CHANGES_REQUESTED;
            case Scheduled _ -> Kind.SCHEDULED;
            case Published _ -> Kind.PUBLISHED;
            case Paused _ -> Kind.PAUSED;
            case Filled _ -> Kind.FILLED;
            case Expired _ -> Kind.EXPIRED;
            case Closed _ -> Kind.CLOSED;
            case Rejected _ -> Kind.REJECTED;
            case Archived _ -> Kind.ARCHIVED;
        };
    }

    /// Whether lists may show it; they still compare the clock with `until`, because the clock's move may be late.
    default boolean isListed() {
        return this instanceof Published;
    }

    /// Shown, about to be shown or hidden for a while: its expiry is in force and equals the content's.
    default Optional<Instant> inForceUntil() {
        return switch (this) {
            case Scheduled(Instant _, Instant until) -> Optional.of(until);
            case Published(Instant _, Instant until) -> Optional.of(until);
            case Paused(Instant _, Instant _, Instant until) -> Optional.of(until);
            case Draft _, InReview _, ChangesRequested _, Filled _, Expired _, Closed _, Rejected _, Archived _ ->
                Optional.empty();
        };
    }

    /// What the move leads to from here, or every reason against it. Nothing else changes.
    default Decision<JobState> on(JobMove move, Instant now, JobFacts facts) {
        return switch (this) {
            case Draft _, ChangesRequested _ -> beforeReview(move, now, facts);
            case InReview _ -> inReview(move, now, facts);
            case Scheduled state -> scheduled(state, move, now, facts);
            case Published state -> published(state, move, now, facts);
            case Paused state -> paused(state, move, now, facts);
            case Filled(Instant at, Instant _) -> ended(at, move, now, facts);
            case Expired(Instant at, Optional<Instant> _) -> ended(at, move, now, facts);
            case Closed(Instant at, Optional<Instant> _, String _) -> ended(at, move, now, facts);
            case Rejected(Instant at, String _, boolean _) -> rejected(at, move, now);
            case Archived _ -> undefined(move);
        };
    }

    private Decision<JobState> beforeReview(JobMove move, Instant now, JobFacts facts) {
        return switch (move) {
            case Submit _ -> unlessBlocked(JobGuards.submittable(now, facts), () -> new InReview(now));
            case Approve _, RequestChanges _, Reject _, MarkSpam _, Start _, Pause _ -> undefined(move);
            case Resume _, Fill _, Expire _, Reopen _, Close _, Archive _ -> undefined(move);
        };
    }

    private Decision<JobState> inReview(JobMove move, Instant now, JobFacts facts) {
        return switch (move) {
            case Approve _ -> unlessBlocked(JobGuards.approvable(now, facts), () -> approved(now, facts.window()));
            case RequestChanges(String reason) -> accepted(new ChangesRequested(now, reason));
            case Reject(String reason) -> accepted(new Rejected(now, reason, false));
            case MarkSpam(String reason) -> accepted(new Rejected(now, reason, true));
            case Submit _, Start _, Pause _, Resume _, Fill _, Expire _ -> undefined(move);
            case Reopen _, Close _, Archive _ -> undefined(move);
        };
    }

    private static JobState approved(Instant now, PostingWindow window) {
        var until = window.expiresAt().orElseThrow();
        return window.publishAt()
                .filter(at -> at.isAfter(now))
                .<JobState>map(at -> new Scheduled(at, until))
                .orElseGet(() -> new Published(now, until));
    }

    private Decision<JobState> scheduled(Scheduled state, JobMove move, Instant now, JobFacts facts) {
        return switch (move) {
            case Start _ ->
                unlessBlocked(JobGuards.startable(now, state, facts), () -> new Published(now, state.until()));
            case Expire _ -> unlessBlocked(JobGuards.due(now, state.until()), () -> new Expired(now, Optional.empty()));
            case Close(String reason) -> accepted(new Closed(now, Optional.empty(), reason));
            case Submit _, Approve _, RequestChanges _, Reject _, MarkSpam _, Pause _ -> undefined(move);
            case Resume _, Fill _, Reopen _, Archive _ -> undefined(move);
        };
    }

    private Decision<JobState> published(Published state, JobMove move, Instant now, JobFacts facts) {
        return switch (move) {
            case RequestChanges(String reason) -> accepted(new ChangesRequested(now, reason));
            case Reject(String reason) -> accepted(new Rejected(now, reason, false));
            case MarkSpam(String reason) -> accepted(new Rejected(now, reason, true));
            case Pause _ -> accepted(new Paused(now, state.at(), state.until()));
            case Fill fill -> unlessBlocked(JobGuards.fullOrExplained(fill, facts), () -> new Filled(now, state.at()));
            case Expire _ ->
                unlessBlocked(JobGuards.due(now, state.until()), () -> new Expired(now, Optional.of(state.at())));
            case Close(String reason) -> accepted(new Closed(now, Optional.of(state.at()), reason));
            case Submit _, Approve _, Start _, Resume _, Reopen _, Archive _ -> undefined(move);
        };
    }

    private Decision<JobState> paused(Paused state, JobMove move, Instant now, JobFacts facts) {
        return switch (move) {
            case Resume _ ->
                unlessBlocked(
                        JobGuards.openUntil(now, state.until(), facts),
                        () -> new Published(state.publishedAt(), state.until()));
            case Fill fill ->
                unlessBlocked(JobGuards.fullOrExplained(fill, facts), () -> new Filled(now, state.publishedAt()));
            case Expire _ ->
                unlessBlocked(
                        JobGuards.due(now, state.until()), () -> new Expired(now, Optional.of(state.publishedAt())));
            case Close(String reason) -> accepted(new Closed(now, Optional.of(state.publishedAt()), reason));
            case Submit _, Approve _, RequestChanges _, Reject _, MarkSpam _ -> undefined(move);
            case Start _, Pause _, Reopen _, Archive _ -> undefined(move);
        };
    }

    private Decision<JobState> ended(Instant at, JobMove move, Instant now, JobFacts facts) {
        return switch (move) {
            case Reopen(Instant until) ->
                unlessBlocked(JobGuards.openUntil(now, until, facts), () -> new Published(now, until));
            case Archive _ -> unlessBlocked(JobGuards.retained(now, at, RETENTION), () -> new Archived(now));
            case Submit _, Approve _, RequestChanges _, Reject _, MarkSpam _, Start _ -> undefined(move);
            case Pause _, Resume _, Fill _, Expire _, Close _ -> undefined(move);
        };
    }

    private Decision<JobState> rejected(Instant at, JobMove move, Instant now) {
        return switch (move) {
            case Archive _ -> unlessBlocked(JobGuards.retained(now, at, RETENTION), () -> new Archived(now));
            case Submit _, Approve _, RequestChanges _, Reject _, MarkSpam _, Start _, Pause _ -> undefined(move);
            case Resume _, Fill _, Expire _, Reopen _, Close _ -> undefined(move);
        };
    }

    private Decision<JobState> undefined(JobMove move) {
        return NoArrow.refused(move.trigger(), "job", kind());
    }
}
