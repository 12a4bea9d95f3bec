package dev.rozgar.domain.billing;

import dev.rozgar.domain.company.StateCode;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;

/// What an invoice is about besides its lines.
///
/// @param period        the month in which the services were used
/// @param supplier      the state from which the board supplies
/// @param placeOfSupply the customer's state; must be known before the invoice is issued
public record InvoiceTerms(YearMonth period, Currency currency, StateCode supplier, Optional<StateCode> placeOfSupply) {

    /// How the tax is split; between two states while the place is not known.
    public Gst.Supply supply() {
        return placeOfSupply.map(place -> Gst.Supply.between(supplier, place)).orElse(Gst.Supply.INTER_STATE);
    }

    /// Has the line this currency and this split?
    boolean fit(InvoiceLine line) {
        return line.unitPrice().currency().equals(currency) && line.gst().supply() == supply();
    }
}
