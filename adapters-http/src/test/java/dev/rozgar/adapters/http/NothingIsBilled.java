package dev.rozgar.adapters.http;

import dev.rozgar.application.change.BillingDesk;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.company.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A desk of a board that sends no bills: charges are forgotten, and whoever writes an invoice has come to the wrong
/// fake.
final class NothingIsBilled implements BillingDesk {
    @Override
    public InvoiceId nextId() {
        return new InvoiceId(1);
    }

    @Override
    public void charge(Charge charge) {}

    @Override
    public List<Charge> uncharged(CompanyId company, Instant before) {
        return List.of();
    }

    @Override
    public void bill(List<Charge> charges, InvoiceId invoice) {
        throw unexpected();
    }

    @Override
    public Optional<Invoice> lock(InvoiceId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Filed> lock(InvoiceId id, Optional<Counter> counter) {
        return Optional.empty();
    }

    @Override
    public void save(Invoice invoice) {
        throw unexpected();
    }

    @Override
    public void delete(Invoice invoice) {
        throw unexpected();
    }

    private static AssertionError unexpected() {
        return new AssertionError("nothing is billed here");
    }
}
