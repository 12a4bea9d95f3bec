package dev.rozgar.adapters.http.posting;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a search that finds nothing would find with less asked.
///
/// @param without the parameters that are given up, `q:word` for a word; `radius_km` where the circle is wider
/// instead
/// @param radiusKm of the wider circle
/// @param count how many jobs it finds; told with the first page
public record RelaxedBody(
        List<String> without,
        @Nullable BigDecimal radiusKm,
        @Nullable Long count) {}
