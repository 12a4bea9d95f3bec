package dev.rozgar.domain.company;

import dev.rozgar.domain.Faults;
import java.util.Optional;

/// Tax registration in India: at least one of the three, and none contradicts another.
public record Tax(Optional<Gstin> gstin, Optional<Pan> pan, Optional<StateCode> legalStateCode) {
    public Tax {
        var faults = new Faults();
        faults.unless(
                gstin.isPresent() || pan.isPresent() || legalStateCode.isPresent(),
                "",
                "REQUIRED",
                "needs a GSTIN, a PAN or a state code");
        faults.unless(
                gstin.isEmpty() || pan.isEmpty() || gstin.get().pan().equals(pan.get()),
                "pan",
                "CONTRADICTION",
                "differs from the PAN inside the GSTIN");
        faults.unless(
                gstin.isEmpty()
                        || legalStateCode.isEmpty()
                        || gstin.get().state().equals(legalStateCode.get()),
                "legal_state_code",
                "CONTRADICTION",
                "differs from the state inside the GSTIN");
        faults.raise();
    }
}
