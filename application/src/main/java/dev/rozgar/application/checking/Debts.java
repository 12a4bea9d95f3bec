package dev.rozgar.application.checking;

import java.util.List;

/// Where a repair goes.
@FunctionalInterface
public interface Debts {
    /// Owes these documents anew, as if each had changed: a relay will build them from the truth as it then is,
    /// under new versions. What was set aside is tried again.
    void owe(List<Long> ids);
}
