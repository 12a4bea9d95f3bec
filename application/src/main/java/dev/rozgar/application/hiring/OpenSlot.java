package dev.rozgar.application.hiring;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Logbook;
import dev.rozgar.application.change.Logbook.Note;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.posting.JobWrite;
import dev.rozgar.domain.hiring.InterviewMode;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Offers a time at which candidates of a job are seen.
public final class OpenSlot {
    private final Transactions transactions;
    private final Clock clock;

    public OpenSlot(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// See [InterviewSlot].
    public record Command(
            JobId job, Instant start, Instant end, Optional<String> place, InterviewMode mode, int capacity) {
        private InterviewSlot as(InterviewSlotId id) {
            return new InterviewSlot(id, job, start, end, place, mode, capacity, 0);
        }
    }

    /// Throws [dev.rozgar.domain.InvalidValues] when the slot contradicts itself.
    public Answer<InterviewSlot> handle(Identity who, Command command, Terms<InterviewSlot> terms) {
        var now = clock.instant();
        return transactions.run(
                terms,
                space -> Approach.of(who, Right.JOB_EDIT)
                        .to(
                                () -> JobWrite.find(space, command.job(), now),
                                () -> space.jobs().isGoneFor(who, Right.JOB_EDIT, command.job(), now),
                                stand -> {
                                    var slot = command.as(space.hiring().nextSlot());
                                    space.hiring().save(slot);
                                    var note = Note.of(stand.thing(), Logbook.OPEN_SLOT);
                                    new Logbook(space, who).write(note, stand.version(), now);
                                    return Answer.Done.accepted(slot);
                                }));
    }
}
