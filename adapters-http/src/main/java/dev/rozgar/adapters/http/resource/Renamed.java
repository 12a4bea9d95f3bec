package dev.rozgar.adapters.http.resource;

import dev.rozgar.domain.Fault;
import dev.rozgar.domain.InvalidValues;
import java.util.Map;
import java.util.function.Supplier;

/// Builds a value whose faults point at the API's names, where the API calls a member otherwise than the domain does.
public final class Renamed {
    private Renamed() {}

    /// @param names pointers of the domain, and what stands in their place
    public static <T> T build(Map<String, String> names, Supplier<T> make) {
        try {
            return make.get();
        } catch (InvalidValues refused) {
            throw new InvalidValues(refused.faults().stream()
                    .map(fault -> new Fault(
                            names.getOrDefault(fault.pointer(), fault.pointer()), fault.code(), fault.detail()))
                    .toList());
        }
    }
}
