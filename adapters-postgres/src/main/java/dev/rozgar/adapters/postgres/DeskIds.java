package dev.rozgar.adapters.postgres;

/// The ids that transactions hand out, one set for all of them.
///
/// @param companies    of companies
/// @param jobs         of jobs
/// @param applications of applications
/// @param candidates   of candidates
/// @param slots        of interview slots
/// @param invoices     of invoices
record DeskIds(
        IdBlocks companies,
        IdBlocks jobs,
        IdBlocks applications,
        IdBlocks candidates,
        IdBlocks slots,
        IdBlocks invoices) {
    static DeskIds of(PostgresPool pool) {
        return new DeskIds(
                new IdBlocks(pool, "company_id"),
                new IdBlocks(pool, "job_id"),
                new IdBlocks(pool, "application_id"),
                new IdBlocks(pool, "candidate_id"),
                new IdBlocks(pool, "interview_slot_id"),
                new IdBlocks(pool, "invoice_id"));
    }
}
