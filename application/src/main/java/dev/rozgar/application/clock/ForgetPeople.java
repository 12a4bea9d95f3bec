package dev.rozgar.application.clock;

import java.time.Clock;
import java.time.Duration;

/// Forgets people once they do not allow us to know them any longer, or nobody needs to. A live application goes
/// on when its consent ends, because its end would free a seat or break an offer that both sides rely on. It is
/// hidden at once (see [dev.rozgar.application.hiring.ApplicationFile]), what it says is forgotten, and who sent it
/// is shown by an id alone. The row of the candidate goes with the end of the last live application.
///
/// Whoever was knocked out and is forgotten may apply again: there are no answers left to hold against it.
public final class ForgetPeople {
    private final PersonalData people;
    private final Clock clock;
    private final Duration retention;

    /// @param retention how long the words about an ended or removed job are kept
    public ForgetPeople(PersonalData people, Clock clock, Duration retention) {
        this.people = people;
        this.clock = clock;
        this.retention = retention;
    }

    /// @return how many applications
    public int whoseConsentEnded(int most) {
        return people.forgetEndedConsents(clock.instant(), most);
    }

    /// @return how many jobs were looked after
    public int ofPastJobs(int most) {
        var now = clock.instant();
        return people.forgetPastJobs(now.minus(retention), now, most);
    }
}
