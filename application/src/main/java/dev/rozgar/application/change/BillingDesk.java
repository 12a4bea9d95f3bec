package dev.rozgar.application.change;

import dev.rozgar.domain.billing.FinancialYear;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Charges and invoices within a transaction.
public interface BillingDesk {
    /// An id that no other invoice has or will have; usually without a round trip.
    InvoiceId nextId();

    /// Something that will be billed. The same kind for the same job or application is charged once only.
    void charge(Charge charge);

    /// What happened before that moment and stands on no invoice yet, in the order in which it was charged; locked.
    List<Charge> uncharged(CompanyId company, Instant before);

    /// These charges stand on that invoice from now on.
    void bill(List<Charge> charges, InvoiceId invoice);

    Optional<Invoice> lock(InvoiceId id);

    /// An invoice together with its company, both locked, the company first; in one round trip.
    ///
    /// @param counter whose next number comes with them, gapless: whoever asks waits for the one before to commit
    ///                or to give up, and giving up gives the number back
    Optional<Filed> lock(InvoiceId id, Optional<Counter> counter);

    void save(Invoice invoice);

    /// The draft is gone, and its charges are uncharged again.
    void delete(Invoice invoice);

    /// What is counted.
    enum Series {
        INVOICE,
        CREDIT_NOTE
    }

    /// What is numbered from 1 on.
    record Counter(Series series, FinancialYear year) {}

    /// @param company empty once it was removed
    /// @param number  0 where none was asked for
    record Filed(Invoice invoice, Optional<Company> company, long number) {}

    /// @param id 0 while it is not stored
    record Charge(
            long id,
            CompanyId company,
            LineKind kind,
            Optional<JobId> job,
            Optional<ApplicationId> application,
            Instant at) {}
}
