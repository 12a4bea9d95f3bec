package dev.rozgar.application.change;

import java.util.List;

/// The log, read.
public interface TransitionLog {
    /// At most `most` lines of a subject whose sequence is above `after`, in their order.
    List<Transition> of(Subject subject, long after, int most);
}
