package dev.rozgar.domain.company;

import dev.rozgar.domain.Event;
import java.time.Instant;

/// What happens to companies.
public sealed interface CompanyEvent extends Event {
    /// Whose.
    CompanyId company();

    /// It came to be.
    record Registered(CompanyId company, Instant at) implements CompanyEvent {}

    /// It says something else about itself.
    record ProfileChanged(CompanyId company, Instant at) implements CompanyEvent {}

    /// It is gone for good.
    record Removed(CompanyId company, Instant at) implements CompanyEvent {}

    /// Its standing changed.
    record StateChanged(
            CompanyId company, CompanyMove.Trigger trigger, CompanyState.Kind from, CompanyState.Kind to, Instant at)
            implements CompanyEvent {}
}
