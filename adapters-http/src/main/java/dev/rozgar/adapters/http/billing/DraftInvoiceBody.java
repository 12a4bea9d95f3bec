package dev.rozgar.adapters.http.billing;

import dev.rozgar.application.billing.DraftInvoice;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.company.CompanyId;
import java.time.YearMonth;

/// An invoice to be drafted.
///
/// @param month until whose end everything is billed that stands on no invoice yet; 2000-01 to 2999-12
public record DraftInvoiceBody(Long companyId, YearMonth month) {
    /// @throws dev.rozgar.domain.InvalidValues with every fault
    DraftInvoice.Command toCommand() {
        var faults = new Faults();
        var company = faults.required("company_id", companyId, CompanyId::new);
        faults.unless(
                month.getYear() >= 2000 && month.getYear() <= 2999, "month", "MALFORMED", "must be 2000-01 to 2999-12");
        return faults.build(() -> new DraftInvoice.Command(company.get(), month));
    }
}
