package dev.rozgar.adapters.postgres.session;

import dev.rozgar.adapters.postgres.sql.IdBlocks;

/// The ids that transactions hand out, one set for all of them.
///
/// @param companies    of companies
/// @param jobs         of jobs
/// @param applications of applications
/// @param candidates   of candidates
/// @param slots        of interview slots
/// @param invoices     of invoices
/// @param searches     of saved searches
/// @param webhooks     of webhooks
public record DeskIds(
        IdBlocks companies,
        IdBlocks jobs,
        IdBlocks applications,
        IdBlocks candidates,
        IdBlocks slots,
        IdBlocks invoices,
        IdBlocks searches,
        IdBlocks webhooks) {
    public static DeskIds fresh() {
        return new DeskIds(
                new IdBlocks("company_id"),
                new IdBlocks("job_id"),
                new IdBlocks("application_id"),
                new IdBlocks("candidate_id"),
                new IdBlocks("interview_slot_id"),
                new IdBlocks("invoice_id"),
                new IdBlocks("saved_search_id"),
                new IdBlocks("webhook_id"));
    }
}
