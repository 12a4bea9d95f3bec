package dev.rozgar.domain;

/// A point on the Earth in WGS 84 degrees, kept to six decimals (about 11 cm). Zero is a legal latitude and longitude.
///
/// @param lat -90..90
/// @param lon -180..180
public record GeoPoint(double lat, double lon) {
    private static final double MICRO = 1e6;

    public GeoPoint {
        var faults = new Faults();
        faults.unless(lat >= -90 && lat <= 90, "lat", "MALFORMED", "must be a number from -90 to 90");
        faults.unless(lon >= -180 && lon <= 180, "lon", "MALFORMED", "must be a number from -180 to 180");
        faults.raise();
        // Through a long, so that -0.0 becomes 0.0 and equal places are equal.
        lat = Math.round(lat * MICRO) / MICRO;
        lon = Math.round(lon * MICRO) / MICRO;
    }
}
