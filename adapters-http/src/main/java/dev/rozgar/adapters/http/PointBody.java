package dev.rozgar.adapters.http;

import dev.rozgar.domain.GeoPoint;
import java.math.BigDecimal;

/// A point in WGS 84 degrees.
public record PointBody(BigDecimal lat, BigDecimal lon) {
    GeoPoint toPoint() {
        return new GeoPoint(lat.doubleValue(), lon.doubleValue());
    }
}
