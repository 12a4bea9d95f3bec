package dev.rozgar.domain.billing;

import dev.rozgar.domain.Event;
import java.time.Instant;

/// What happens to invoices.
public sealed interface InvoiceEvent extends Event {
    /// Which.
    InvoiceId invoice();

    /// It came to be, as a draft.
    record Drafted(InvoiceId invoice, Instant at) implements InvoiceEvent {}

    /// Its lines or its place of supply changed.
    record LinesChanged(InvoiceId invoice, Instant at) implements InvoiceEvent {}

    /// The draft is gone.
    record Deleted(InvoiceId invoice, Instant at) implements InvoiceEvent {}

    /// It moved, perhaps to where it was: one line of its log.
    record StateChanged(
            InvoiceId invoice, InvoiceMove.Trigger trigger, InvoiceState.Kind from, InvoiceState.Kind to, Instant at)
            implements InvoiceEvent {}
}
