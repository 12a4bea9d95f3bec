package dev.rozgar.application.document;

import java.util.Optional;

/// A place on the earth, WGS 84, in degrees. Zero is a coordinate like any other.
///
/// @param latitude -90 to 90
/// @param longitude -180 to 180
public record GeoPoint(double latitude, double longitude) {
    /// Digits, a sign and a point; long enough for centimetres, too short for a surprise.
    private static final int MAX_TEXT = 24;

    public GeoPoint {
        if (!(Math.abs(latitude) <= 90)) throw new IllegalArgumentException("a latitude lies between -90 and 90");
        if (!(Math.abs(longitude) <= 180)) throw new IllegalArgumentException("a longitude lies between -180 and 180");
    }

    /// Reads `latitude,longitude`, as in `18.52,73.86`; empty where it is no such pair.
    public static Optional<GeoPoint> parse(String text) {
        int comma = text.indexOf(',');
        if (comma < 0) return Optional.empty();
        Optional<Double> latitude = degrees(text.substring(0, comma), 90);
        Optional<Double> longitude = degrees(text.substring(comma + 1), 180);
        return latitude.flatMap(lat -> longitude.map(lon -> new GeoPoint(lat, lon)));
    }

    /// A plain decimal: what `Double.parseDouble` takes besides (`NaN`, `1e5`, `0x1p3`, `5d`) is no coordinate.
    private static Optional<Double> degrees(String text, int most) {
        boolean plain = !text.isEmpty()
                && text.length() <= MAX_TEXT
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-');
        if (!plain) return Optional.empty();
        try {
            double degrees = Double.parseDouble(text);
            return Math.abs(degrees) <= most ? Optional.of(degrees) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /// As [#parse] reads it again.
    public String text() {
        return latitude + "," + longitude;
    }
}
