package dev.rozgar.application.signals;

import java.time.Duration;
import java.util.Optional;

/// By what a candidate tells a job that is meant from one that is only there (a "ghost job"): it stays up for ever or
/// comes again and again, and nobody looks at what is sent in.
///
/// @param listed how long it has been up, all times together
/// @param times how often it came up: at first, after a pause, reopened
/// @param reposts jobs of the same company, occupation and title that were published before this one
public record Signals(Duration listed, int times, int reposts, Applications applications) {
    /// Of fewer applications nothing is told: it would tell of single people.
    public static final int FEWEST = 5;

    public Signals {
        if (listed.isNegative()) throw new IllegalArgumentException("listed since " + listed);
        if (times < 1 || reposts < 0) throw new IllegalArgumentException(times + " times, " + reposts + " reposts");
    }

    /// @param received whatever became of them
    /// @param answered those whose candidate has had the employer's word
    /// @param looked    those that somebody of the employer's has looked at
    /// @param firstView the median time until somebody looked, of those that somebody has looked at
    public record Applications(long received, long answered, long looked, Optional<Duration> firstView) {
        public Applications {
            if (answered < 0 || answered > received)
                throw new IllegalArgumentException(answered + " of " + received + " were answered");
            if (looked < 0 || looked > received)
                throw new IllegalArgumentException(looked + " of " + received + " were looked at");
        }

        /// The share of those answered, from 0 to 1.
        public Optional<Double> answeredShare() {
            return received < FEWEST ? Optional.empty() : Optional.of((double) answered / received);
        }

        public Optional<Duration> medianFirstView() {
            return looked < FEWEST ? Optional.empty() : firstView;
        }
    }
}
