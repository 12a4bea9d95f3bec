package dev.rozgar.domain.company;

import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.Text;
import java.util.Optional;

/// Who receives invoices; never published.
///
/// @param name at most 100 characters
public record BillingContact(String name, EmailAddress email, Optional<PhoneNumber> phone) {
    public BillingContact {
        var faults = new Faults();
        name = faults.keep("name", name, n -> Text.line(n, 100));
        faults.raise();
    }
}
