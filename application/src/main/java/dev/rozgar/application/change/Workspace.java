package dev.rozgar.application.change;

/// One transaction under way. Locks are taken in one order by everybody, so that nothing deadlocks: company, job,
/// application, slot, invoice, number. Whatever is written is written after the last read: a read does not see it.
public interface Workspace {
    CompanyDesk companies();

    JobDesk jobs();

    HiringDesk hiring();

    BillingDesk billing();

    AlertDesk alerts();

    /// Asks for nothing but whether the attempt was answered before: for work with effects outside of the
    /// transaction, which must not have them twice.
    void claimAttempt();

    /// A line for the log, about something that was locked here or is new.
    ///
    /// @return the line with its number: the lock keeps others from giving it away
    Transition log(Transition line);
}
