package dev.rozgar.adapters.postgres.billing;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.billing.Invoices;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Invoices read outside of transactions.
public final class PostgresInvoices implements Invoices {
    /// The states in which a balance is left, whatever its height.
    private static final String OVERDUE =
            " and (i.state in ('OPEN', 'PARTIALLY_PAID', 'UNCOLLECTIBLE') and i.due_on < ?::date) is ";

    private final PostgresPool pool;

    public PostgresInvoices(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<Invoice> find(InvoiceId id) {
        return pool.rows(InvoiceReader.SELECT + "i.id = ?", InvoiceReader::read, id.value()).stream()
                .findFirst();
    }

    @Override
    public List<Invoice> list(Wanted wanted, int most) {
        StringBuilder sql = new StringBuilder(InvoiceReader.SELECT).append("i.id < ?");
        List<Object> values = new ArrayList<>();
        values.add(wanted.below().map(InvoiceId::value).orElse(Long.MAX_VALUE));
        wanted.company().ifPresent(company -> {
            sql.append(" and i.company_id = ?");
            values.add(company.value());
        });
        wanted.state().ifPresent(state -> {
            sql.append(" and i.state = ?");
            values.add(state.name());
        });
        wanted.overdue().ifPresent(overdue -> {
            sql.append(OVERDUE).append(overdue.late() ? "true" : "not true");
            values.add(overdue.on().toString());
        });
        sql.append(" order by i.id desc limit ?");
        values.add(most);
        return pool.rows(sql.toString(), InvoiceReader::read, values.toArray());
    }
}
