package dev.rozgar.application.clock;

import java.time.Instant;

/// What is known of people, to be forgotten. Any number of nodes may call this at once: each forgets what the
/// others are not at. Ids, states, moments, who moved what, and charges stay; what somebody wrote, and for whom
/// somebody said to speak, goes, also from the log of transitions, where nothing else can be changed.
public interface PersonalData {
    /// Forgets applications whose consent has ended, in whatever state: answers, resume, referrer, notes, reasons.
    /// Also forgets each of their candidates, by name, phone and mail address, of whom no application is live and
    /// none may be stored any longer. What is written about such an application later goes with the next call.
    ///
    /// @return how many applications, at most so many
    int forgetEndedConsents(Instant now, int most);

    /// Forgets at most so many applications of jobs that were archived or removed and for which nobody waits, and
    /// each job with the last of its own: the contact and the reasons. Candidates stay, as their consents say.
    ///
    /// @param endedBefore when the job ended or was removed
    /// @return how many jobs were looked after
    int forgetPastJobs(Instant endedBefore, Instant now, int most);
}
