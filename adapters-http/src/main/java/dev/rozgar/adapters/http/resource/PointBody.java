package dev.rozgar.adapters.http.resource;

import dev.rozgar.domain.GeoPoint;
import java.math.BigDecimal;

/// A point in WGS 84 degrees.
public record PointBody(BigDecimal lat, BigDecimal lon) {
    public static PointBody of(GeoPoint point) {
        return new PointBody(BigDecimal.valueOf(point.lat()), BigDecimal.valueOf(point.lon()));
    }

    public GeoPoint toPoint() {
        return new GeoPoint(lat.doubleValue(), lon.doubleValue());
    }
}
