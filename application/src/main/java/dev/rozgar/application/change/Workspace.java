package dev.rozgar.application.change;

import dev.rozgar.application.billing.BillingDesk;
import dev.rozgar.application.hiring.HiringDesk;

/// One transaction under way. Locks are taken in one order by everybody, so that nothing deadlocks: company, job,
/// application, slot, invoice, number. Whatever is written is written after the last read.
public interface Workspace {
    CompanyDesk companies();

    JobDesk jobs();

    HiringDesk hiring();

    BillingDesk billing();

    /// A line for the log; `sequence` is given by the store.
    void log(Transition line);
}
