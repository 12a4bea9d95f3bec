package dev.rozgar.adapters.postgres.billing;

import dev.rozgar.adapters.postgres.company.CompanyReader;
import dev.rozgar.adapters.postgres.session.DeskIds;
import dev.rozgar.adapters.postgres.session.Session;
import dev.rozgar.adapters.postgres.session.Subjects;
import dev.rozgar.adapters.postgres.sql.Reads;
import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.adapters.postgres.sql.Writes;
import dev.rozgar.application.change.BillingDesk;
import dev.rozgar.application.change.Subject;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Billing in one transaction.
public final class PostgresBillingDesk implements BillingDesk {
    private static final String CHARGE = """
            insert into charge (company_id, kind, job_id, application_id, at) values (?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final String UNCHARGED = """
            select id, company_id, kind, job_id, application_id, at from charge
            where company_id = ? and invoice_id is null and at < ? order by id for no key update""";

    /// Without a series nothing is counted. (All statements of a question answer rows.)
    private static final String NEXT = """
            insert into number_series as s (series, year, last)
            select c.series, c.year, 1 from (select ?::text as series, ?::smallint as year) c
            where c.series is not null
            on conflict (series, year) do update set last = s.last + 1
            returning last""";

    /// The number is the last to be waited for: whoever has it holds up all others. That read comes after the locks,
    /// so that it sees what was committed while they were waited for.
    private static final String LOCK_ALL = """
            select from company where id = (select company_id from invoice where id = ?) for no key update;
            select from invoice where id = ? for no key update;
            %s;
            select found.*,
                (select c from invoice i, find_companies(array[i.company_id]) c where i.id = ?) as company,
                (select last from number_series where series = ? and year = ?::smallint) as number,
                (select coalesce(max(sequence), 0) from transition where kind = 'INVOICE' and subject_id = ?) as last_line
            from (%si.id = ?) found
            """.formatted(NEXT, InvoiceReader.SELECT);

    private final Reads reads;
    private final Writes writes;
    private final Subjects subjects;
    private final DeskIds ids;

    public PostgresBillingDesk(Session session) {
        this.reads = session.reads();
        this.writes = session.writes();
        this.subjects = session.subjects();
        this.ids = session.ids();
    }

    @Override
    public InvoiceId nextId() {
        return new InvoiceId(ids.invoices().next(reads));
    }

    @Override
    public void charge(Charge charge) {
        writes.add(
                CHARGE,
                charge.company().value(),
                charge.kind().name(),
                charge.job().map(JobId::value).orElse(null),
                charge.application().map(ApplicationId::value).orElse(null),
                charge.at());
    }

    @Override
    public List<Charge> uncharged(CompanyId company, Instant before) {
        return reads.rows(UNCHARGED, PostgresBillingDesk::charge, company.value(), before);
    }

    private static Charge charge(ResultSet row) throws SQLException {
        return new Charge(
                row.getLong("id"),
                new CompanyId(row.getLong("company_id")),
                LineKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("job_id", Long.class)).map(JobId::new),
                Optional.ofNullable(row.getObject("application_id", Long.class)).map(ApplicationId::new),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    @Override
    public void bill(List<Charge> charges, InvoiceId invoice) {
        writes.add(
                "update charge set invoice_id = ? where id = any (?) and invoice_id is null",
                invoice.value(),
                charges.stream().map(Charge::id).toArray(Long[]::new));
    }

    @Override
    public Optional<Invoice> lock(InvoiceId id) {
        return subjects.lock(subject(id), InvoiceReader.SELECT + "i.id = ?", InvoiceReader::read);
    }

    @Override
    public Optional<Filed> lock(InvoiceId id, Optional<Counter> counter) {
        long key = id.value();
        String series = counter.map(wanted -> wanted.series().name()).orElse(null);
        Integer year = counter.map(wanted -> wanted.year().start()).orElse(null);
        return reads.first(
                LOCK_ALL,
                row -> {
                    subjects.isLocked(subject(id), row);
                    var company = Optional.ofNullable(row.getString("company"))
                            .map(json -> CompanyReader.read(RowReader.of(json)));
                    return new Filed(InvoiceReader.read(row), company, row.getLong("number"));
                },
                key,
                key,
                series,
                year,
                key,
                series,
                year,
                key,
                key);
    }

    private static Subject subject(InvoiceId id) {
        return new Subject(Subject.Kind.INVOICE, id.value());
    }

    @Override
    public void save(Invoice invoice) {
        subjects.isSaved(subject(invoice.id()), invoice.version());
        InvoiceWriter.write(invoice, writes);
    }

    @Override
    public void delete(Invoice invoice) {
        writes.add(
                "update charge set invoice_id = null where invoice_id = ?",
                invoice.id().value());
        writes.addExpectingOne(
                "delete from invoice where id = ? and version = ?", invoice.id().value(), invoice.version());
    }
}
