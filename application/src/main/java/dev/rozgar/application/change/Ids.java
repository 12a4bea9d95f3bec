package dev.rozgar.application.change;

import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.InterviewSlotId;

/// Numbers for new things, each handed out once. To be asked before a transaction begins, as those of jobs and
/// companies are: the store gives them in blocks, outside of any transaction, and one that is not used is lost.
public interface Ids {
    ApplicationId application();

    CandidateId candidate();

    InterviewSlotId slot();

    InvoiceId invoice();
}
