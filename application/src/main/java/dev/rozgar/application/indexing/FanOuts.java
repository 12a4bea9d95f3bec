package dev.rozgar.application.indexing;

import dev.rozgar.application.document.SharedRow;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/// Changes of rows that many documents show, such as a company's name, on their way to the documents. Throws
/// [dev.rozgar.application.PortFailure] when PostgreSQL does not answer.
public interface FanOuts {
    /// How many documents a change of this row would have rewritten, and what goes before it. Empty where there is no
    /// such row.
    Optional<Impact> impact(SharedRow row);

    /// What is on its way.
    Progress progress();

    /// @param documents that show the row now
    /// @param pending what waits already
    record Impact(long documents, Progress pending) {
        /// How long it would take until all of them were rewritten, if the change was made now.
        public Optional<Duration> eta() {
            return pending.time(documents + pending.documents());
        }
    }

    /// @param changes that are not spread over all their documents yet
    /// @param documents that are still to be rewritten for them, counted for the twenty whose turn is next
    /// @param perSecond how many were rewritten in a second lately; empty before any were
    record Progress(long changes, long documents, OptionalDouble perSecond) {
        /// When all will be done.
        public Optional<Duration> eta() {
            return time(documents);
        }

        private Optional<Duration> time(long of) {
            if (of == 0) return Optional.of(Duration.ZERO);
            return perSecond.isPresent() && perSecond.getAsDouble() > 0
                    ? Optional.of(Duration.ofMillis(Math.round(1000 * of / perSecond.getAsDouble())))
                    : Optional.empty();
        }
    }
}
