package dev.rozgar.domain.company;

import java.time.LocalDate;
import java.util.Optional;

/// As much of a company as its jobs depend on; a store can read it without the rest.
///
/// @param unpaidSince the day on which the oldest of its unpaid invoices was due, or will be
public record Employer(CompanyId id, CompanyState state, Optional<LocalDate> unpaidSince) {
    /// One that owes nothing.
    public Employer(CompanyId id, CompanyState state) {
        this(id, state, Optional.empty());
    }

    /// None of its jobs is shown then.
    public boolean isSuspended() {
        return state instanceof CompanyState.Suspended;
    }
}
