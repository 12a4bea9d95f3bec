package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.resource.MoveMembers;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A move of a job.
///
/// @param fromState the state that it is to lead out of; in its place an `If-Match` may say which version is meant
/// @param reason    for REQUEST_CHANGES, REJECT, MARK_SPAM, CLOSE and FILL
/// @param until     for REOPEN
public record MoveJobBody(
        JobMove.Trigger move,
        JobState.@Nullable Kind fromState,
        @Nullable String reason,
        @Nullable OffsetDateTime until) {

    /// @throws dev.rozgar.domain.InvalidValues where members do not fit the move
    JobMove toMove() {
        new MoveMembers(move)
                .with("reason", reason)
                .with("until", until)
                .requireOnly(
                        switch (move) {
                            case REQUEST_CHANGES, REJECT, MARK_SPAM, CLOSE, FILL -> "reason";
                            case REOPEN -> "until";
                            case SUBMIT, APPROVE, START, PAUSE, RESUME, EXPIRE, ARCHIVE -> "";
                        });
        return switch (move) {
            case SUBMIT -> new JobMove.Submit();
            case APPROVE -> new JobMove.Approve();
            case REQUEST_CHANGES -> new JobMove.RequestChanges(why());
            case REJECT -> new JobMove.Reject(why());
            case MARK_SPAM -> new JobMove.MarkSpam(why());
            case START -> new JobMove.Start();
            case PAUSE -> new JobMove.Pause();
            case RESUME -> new JobMove.Resume();
            case FILL -> new JobMove.Fill(Optional.of(why()));
            case EXPIRE -> new JobMove.Expire();
            case REOPEN -> new JobMove.Reopen(MoveMembers.needed("until", until).toInstant());
            case CLOSE -> new JobMove.Close(why());
            case ARCHIVE -> new JobMove.Archive();
        };
    }

    private String why() {
        return MoveMembers.needed("reason", reason);
    }
}
