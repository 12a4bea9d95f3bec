package dev.rozgar.application.change;

import dev.rozgar.application.change.Memory.Billed;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.company.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

record MemoryBillingDesk(MemorySpace space) implements BillingDesk {
    @Override
    public InvoiceId nextId() {
        return new InvoiceId(space.nextId());
    }

    @Override
    public void charge(Charge charge) {
        var charges = space.write().charges;
        boolean known = charges.stream().map(Billed::charge).anyMatch(other -> isSame(other, charge));
        if (!known) charges.add(new Billed(numbered(charge), Optional.empty()));
    }

    @Override
    public List<Charge> uncharged(CompanyId company, Instant before) {
        return space.read().charges.stream()
                .filter(billed -> billed.invoice().isEmpty())
                .map(Billed::charge)
                .filter(charge ->
                        charge.company().equals(company) && charge.at().isBefore(before))
                .toList();
    }

    @Override
    public void bill(List<Charge> charges, InvoiceId invoice) {
        space.write()
                .charges
                .replaceAll(billed ->
                        charges.contains(billed.charge()) ? new Billed(billed.charge(), Optional.of(invoice)) : billed);
    }

    @Override
    public Optional<Invoice> lock(InvoiceId id) {
        space.hold(Subject.Kind.INVOICE, id.value());
        return Optional.ofNullable(space.read().invoices.get(id));
    }

    @Override
    public Optional<Filed> lock(InvoiceId id, Optional<Counter> counter) {
        return lock(id).map(invoice -> new Filed(
                invoice,
                space.companies().lock(invoice.company()),
                counter.map(this::nextNumber).orElse(0L)));
    }

    @Override
    public void save(Invoice invoice) {
        writeOver(invoice).put(invoice.id(), raised(invoice));
        if (invoice.version() == 0)
            space.hold(Subject.Kind.INVOICE, invoice.id().value());
    }

    @Override
    public void delete(Invoice invoice) {
        writeOver(invoice).remove(invoice.id());
        space.rows.charges.replaceAll(billed -> billed.invoice().equals(Optional.of(invoice.id()))
                ? new Billed(billed.charge(), Optional.empty())
                : billed);
    }

    private long nextNumber(Counter counter) {
        return space.read().numbers.merge(counter, 1L, Long::sum);
    }

    private Map<InvoiceId, Invoice> writeOver(Invoice invoice) {
        long stored = Optional.ofNullable(space.rows.invoices.get(invoice.id()))
                .map(Invoice::version)
                .orElse(0L);
        return space.writeOver(stored, invoice.version()).invoices;
    }

    private static boolean isSame(Charge one, Charge other) {
        return one.kind() == other.kind()
                && one.job().equals(other.job())
                && one.application().equals(other.application());
    }

    private Charge numbered(Charge charge) {
        return new Charge(
                space.nextId(), charge.company(), charge.kind(), charge.job(), charge.application(), charge.at());
    }

    private static Invoice raised(Invoice invoice) {
        return new Invoice(
                invoice.id(),
                invoice.company(),
                invoice.terms(),
                invoice.lines(),
                invoice.state(),
                invoice.payments(),
                invoice.creditNotes(),
                invoice.version() + 1,
                invoice.createdAt(),
                invoice.updatedAt());
    }
}
