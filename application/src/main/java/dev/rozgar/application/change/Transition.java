package dev.rozgar.application.change;

import dev.rozgar.application.access.Identity;
import java.time.Instant;
import java.util.Optional;

/// One line of the append-only log: who moved what, when, from where to where, and why.
///
/// @param sequence counts the lines of one subject from 1, in the order in which they were committed; 0: not numbered
/// yet
/// @param move     the trigger's name, `CREATE` for the first line
/// @param from     empty on the first line
/// @param version  the subject's version from then on
public record Transition(
        Subject subject,
        long sequence,
        String move,
        Optional<String> from,
        String to,
        Optional<String> reason,
        Actor actor,
        long version,
        Instant at) {

    /// Who did it.
    public record Actor(String role, String subject, Optional<String> onBehalfOf) {
        public static Actor of(Identity identity) {
            return new Actor(identity.role().name(), identity.subject(), identity.onBehalfOf());
        }
    }
}
