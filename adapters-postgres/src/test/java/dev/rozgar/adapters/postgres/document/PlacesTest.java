package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Value;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// `places_of` names a place as [Kind#PLACE] reads it.
class PlacesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    /// Letters with accents before and after, other scripts, and letters that are small or capital in an odd way.
    private static final String LETTERS =
            "aZ \u00c9\u00e9\u0130\u0131\u00df\u1e9e\u00d8\u0141\u01c5\u03a3\u03c2\u0301\u0327\u093f\u0941\u09be\u1ec6"
                    + "\u212a\u2126\uac00\u1f88\ufb01\u00a0-'/,";

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void eachLevelIsOnePlace() throws SQLException {
        assertEquals(
                List.of("IN", "IN/maharashtra", "IN/maharashtra/navi mumbai", "place:IN-MH/x"),
                places("IN", "Mah\u0101r\u0101shtra", "Navi MUMBAI", "IN-MH/x"));
        assertEquals(List.of("IN", "IN//pune"), places("IN", null, "Pune", null));
        assertEquals(List.of("IN", "IN/jammu   kashmir"), places("IN", "Jammu / Kashmir", null, null));
        assertEquals(List.of("IN"), places("IN", null, null, null));
        assertEquals(List.of("IN"), places("IN", "/", " \u0301", null));
    }

    @Test
    void whatIsTypedIsFoldedAsWhatIsStored() throws SQLException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < 2_000; i++) {
            String region = name(random);
            String locality = name(random);
            List<String> places = places("IN", region, locality, null);
            for (String place : places) assertEquals(place, read(place), () -> "seed " + seed);
            // Whoever types a slash begins another level.
            if (places.size() < 3 || (region + locality).indexOf('/') >= 0) continue;
            assertEquals(places.get(1), read("in/" + region), () -> "seed " + seed);
            assertEquals(places.get(2), read("in/" + region + '/' + locality), () -> "seed " + seed);
            compared++;
        }
        int all = compared;
        assertTrue(all > 500, () -> "only " + all);
    }

    private static String read(String text) {
        return Kind.PLACE.parse(text).map(Value::text).orElse("nothing");
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        for (int n = 1 + random.nextInt(6); n > 0; n--) name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return name.toString();
    }

    private static List<String> places(
            String country, @Nullable String region, @Nullable String locality, @Nullable String id)
            throws SQLException {
        return DATABASE.use(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select places_of(?, ?, ?, ?)")) {
                statement.setString(1, country);
                statement.setString(2, region);
                statement.setString(3, locality);
                statement.setString(4, id);
                return array(statement);
            }
        });
    }

    private static List<String> array(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }
}
