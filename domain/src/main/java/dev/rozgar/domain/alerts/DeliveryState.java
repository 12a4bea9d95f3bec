package dev.rozgar.domain.alerts;

import dev.rozgar.domain.Millis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where an event is on its way to a webhook: the whole machine. Tried at once, then after pauses that add up to a
/// little over 15 hours, as https://www.standardwebhooks.com advises. Moments are whole milliseconds, as the store
/// holds them.
public sealed interface DeliveryState {
    /// Before the second try, the third, and so on.
    List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8));

    /// Tries so far.
    int tries();

    /// To be tried.
    ///
    /// @param dueAt no earlier than then
    record Pending(int tries, Instant dueAt) implements DeliveryState {
        public Pending {
            dueAt = Millis.of(dueAt);
        }

        private DeliveryState again(Outcome.NotTaken failed, Instant now) {
            if (failed.isGone() || tries >= PAUSES.size()) return new Failed(tries + 1, now);
            return new Pending(tries + 1, now.plus(PAUSES.get(tries)));
        }
    }

    /// The webhook has taken it.
    record Delivered(int tries, Instant at) implements DeliveryState {
        public Delivered {
            at = Millis.of(at);
        }
    }

    /// Given up.
    record Failed(int tries, Instant at) implements DeliveryState {
        public Failed {
            at = Millis.of(at);
        }
    }

    /// What became of one try.
    sealed interface Outcome {
        /// Answered 2xx.
        record Taken(int status) implements Outcome {}

        /// Answered otherwise, or not in time, or not reached.
        ///
        /// @param status empty where there was no answer
        /// @param why    for the keeper, at most 200 characters, without anything of what was answered
        record NotTaken(Optional<Integer> status, String why) implements Outcome {
            /// The receiver wants nothing more, ever (410).
            public boolean isGone() {
                return status.equals(Optional.of(410));
            }
        }
    }

    /// A new event.
    static DeliveryState at(Instant now) {
        return new Pending(0, now);
    }

    /// The state after a try. What is over stays as it is.
    default DeliveryState on(Outcome outcome, Instant now) {
        return switch (this) {
            case Pending pending ->
                switch (outcome) {
                    case Outcome.Taken _ -> new Delivered(pending.tries + 1, now);
                    case Outcome.NotTaken failed -> pending.again(failed, now);
                };
            case Delivered _, Failed _ -> this;
        };
    }

    /// Somebody wants it sent once more, from the first try on; one that is on its way is sent at once.
    default DeliveryState replayed(Instant now) {
        return at(now);
    }
}
