package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.Text;
import java.util.Optional;

/// Whom applicants may call; shown to applicants only, never in public documents.
///
/// @param name at most 100 characters
public record Contact(String name, PhoneNumber phone, boolean whatsappOk, Optional<CallWindow> callWindow) {
    public Contact {
        var faults = new Faults();
        name = faults.keep("name", name, n -> Text.line(n, 100));
        faults.raise();
    }
}
