package dev.rozgar.application.rebuild;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One filling of an index, as every node can read it: what shall be done, how far it is, who is at it, how it ended.
/// It outlives whoever is at it.
///
/// @param end empty while it is under way, whether or not anybody is at it at the moment
public record Build(long number, Plan plan, Position position, Holder holder, Optional<End> end) {
    /// What an index is filled for.
    public enum Purpose {
        /// A new index from everything that is listed, to become the live one.
        REBUILD,
        /// An index that was live before, brought up to date, to become the live one again.
        ROLLBACK,
        /// The live index, whose documents lack fields that were declared since.
        BACK_FILL
    }

    /// @param index       the index that is filled
    /// @param fingerprint the declaration that it is made for
    /// @param force       swap whatever the gate says
    /// @param rate        documents in a second at the most, 0 for as many as go
    /// @param fields      of a back-fill: the paths that documents may still lack
    public record Plan(
            Purpose purpose, String index, String fingerprint, boolean force, int rate, List<String> fields) {
        public Plan {
            fields = List.copyOf(fields);
        }
    }

    /// @param after   jobs up to this id are done
    /// @param written documents that the index has taken
    /// @param refused documents that it will not take as they are
    /// @param total   how many there were to do when somebody last took it up
    public record Position(long after, long written, long refused, long total) {
        public static final Position BEGINNING = new Position(0, 0, 0, 0);

        public long done() {
            return written + refused;
        }

        public Position plus(long upTo, long taken, long turnedDown) {
            return new Position(upTo, written + taken, refused + turnedDown, total);
        }

        public Position of(long newTotal) {
            return new Position(after, written, refused, newTotal);
        }
    }

    /// @param owner   names the process, and is another for each time it is taken up: only the latest may go on
    /// @param resumed when the owner took it up, with `doneThen` behind it
    /// @param heartbeat when the owner last gave a sign
    public record Holder(String owner, Instant started, Instant resumed, long doneThen, Instant heartbeat) {}

    public enum Outcome {
        /// The index is live, or complete.
        DONE,
        /// The gate did not let it through.
        REFUSED,
        /// Somebody gave it up, for one of another declaration or of another kind.
        ABANDONED
    }

    /// @param remarks why it was refused, or what should be known though it was not
    public record End(Outcome outcome, Instant at, List<String> remarks) {
        public End {
            remarks = List.copyOf(remarks);
        }
    }

    /// How long it will take, at the pace of whoever is at it; empty before there is a pace.
    public Optional<Duration> remaining() {
        long done = position.done() - holder.doneThen();
        long millis = Duration.between(holder.resumed(), holder.heartbeat()).toMillis();
        if (end.isPresent() || done <= 0 || millis <= 0) return Optional.empty();
        long left = Math.max(0, position.total() - position.done());
        return Optional.of(Duration.ofMillis((long) ((double) left * millis / done)));
    }

    /// Documents in a second, of whoever is at it.
    public long pace() {
        long millis = Duration.between(holder.resumed(), holder.heartbeat()).toMillis();
        return millis <= 0 ? 0 : (position.done() - holder.doneThen()) * 1000 / millis;
    }
}
