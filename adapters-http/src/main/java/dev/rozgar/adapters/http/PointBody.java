package dev.rozgar.adapters.http;

import dev.rozgar.domain.GeoPoint;
import java.math.BigDecimal;

/// A point in WGS 84 degrees.
public record PointBody(BigDecimal lat, BigDecimal lon) {
    static PointBody of(GeoPoint point) {
        return new PointBody(BigDecimal.valueOf(point.lat()), BigDecimal.valueOf(point.lon()));
    }

    GeoPoint toPoint() {
        return new GeoPoint(lat.doubleValue(), lon.doubleValue());
    }
}
