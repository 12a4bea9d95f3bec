package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What may be asked of a job's state, with what the move needs. Reasons are one line of at most 500 characters.
public sealed interface JobMove {

    /// The recruiter hands it to the moderators.
    record Submit() implements JobMove {}

    /// A moderator, or the system for a verified company, lets it pass.
    record Approve() implements JobMove {}

    /// A moderator sends it back.
    record RequestChanges(String reason) implements JobMove {
        public RequestChanges {
            reason = Text.reason(reason);
        }
    }

    /// A moderator refuses it for good.
    record Reject(String reason) implements JobMove {
        public Reject {
            reason = Text.reason(reason);
        }
    }

    /// As [Reject], and the reason counts against the company.
    record MarkSpam(String reason) implements JobMove {
        public MarkSpam {
            reason = Text.reason(reason);
        }
    }

    /// The clock shows a scheduled job.
    record Start() implements JobMove {}

    /// The recruiter hides it for a while.
    record Pause() implements JobMove {}

    /// The recruiter shows it again.
    record Resume() implements JobMove {}

    /// All seats are taken: then the system says so, without a reason. Or the recruiter has found enough people, and
    /// says why.
    record Fill(Optional<String> reason) implements JobMove {
        public Fill {
            reason = reason.map(Text::reason);
        }
    }

    /// The clock ends it.
    record Expire() implements JobMove {}

    /// The recruiter shows an ended job again, until then.
    record Reopen(Instant until) implements JobMove {
        public Reopen {
            var faults = new Faults();
            until = faults.keep("until", until, Millis::of);
            faults.raise();
        }
    }

    /// The recruiter ends it.
    record Close(String reason) implements JobMove {
        public Close {
            reason = Text.reason(reason);
        }
    }

    /// The clock files an ended job away once [JobState#RETENTION] has passed.
    record Archive() implements JobMove {}

    /// The moves' names, for the API and the log.
    enum Trigger {
        SUBMIT,
        APPROVE,
        REQUEST_CHANGES,
        REJECT,
        MARK_SPAM,
        START,
        PAUSE,
        RESUME,
        FILL,
        EXPIRE,
        REOPEN,
        CLOSE,
        ARCHIVE
    }

    /// This move's name.
    default Trigger trigger() {
        return switch (this) {
            case Submit _ -> Trigger.SUBMIT;
            case Approve _ -> Trigger.APPROVE;
            case RequestChanges _ -> Trigger.REQUEST_CHANGES;
            case Reject _ -> Trigger.REJECT;
            case MarkSpam _ -> Trigger.MARK_SPAM;
            case Start _ -> Trigger.START;
            case Pause _ -> Trigger.PAUSE;
            case Resume _ -> Trigger.RESUME;
            case Fill _ -> Trigger.FILL;
            case Expire _ -> Trigger.EXPIRE;
            case Reopen _ -> Trigger.REOPEN;
            case Close _ -> Trigger.CLOSE;
            case Archive _ -> Trigger.ARCHIVE;
        };
    }

    /// Some move of that name, to try a state with at that moment.
    static JobMove sample(Trigger trigger, Instant now) {
        return switch (trigger) {
            case SUBMIT -> new Submit();
            case APPROVE -> new Approve();
            case REQUEST_CHANGES -> new RequestChanges("sample");
            case REJECT -> new Reject("sample");
            case MARK_SPAM -> new MarkSpam("sample");
            case START -> new Start();
            case PAUSE -> new Pause();
            case RESUME -> new Resume();
            case FILL -> new Fill(Optional.of("sample"));
            case EXPIRE -> new Expire();
            case REOPEN -> new Reopen(now.plus(Duration.ofDays(30)));
            case CLOSE -> new Close("sample");
            case ARCHIVE -> new Archive();
        };
    }
}
