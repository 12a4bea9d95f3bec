package dev.rozgar.adapters.postgres;

import dev.rozgar.application.change.Ids;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.InterviewSlotId;

/// Ids from sequences, in blocks.
final class PostgresIds implements Ids {
    private final IdBlocks applications;
    private final IdBlocks candidates;
    private final IdBlocks slots;
    private final IdBlocks invoices;

    PostgresIds(PostgresPool pool) {
        applications = new IdBlocks(pool, "application_id");
        candidates = new IdBlocks(pool, "candidate_id");
        slots = new IdBlocks(pool, "interview_slot_id");
        invoices = new IdBlocks(pool, "invoice_id");
    }

    @Override
    public ApplicationId application() {
        return new ApplicationId(applications.next());
    }

    @Override
    public CandidateId candidate() {
        return new CandidateId(candidates.next());
    }

    @Override
    public InterviewSlotId slot() {
        return new InterviewSlotId(slots.next());
    }

    @Override
    public InvoiceId invoice() {
        return new InvoiceId(invoices.next());
    }
}
