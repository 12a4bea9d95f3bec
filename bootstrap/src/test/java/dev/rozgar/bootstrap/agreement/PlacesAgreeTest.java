package dev.rozgar.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Document;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// `location` at any level: both stores find the jobs of which one location lies there, as their addresses say.
///
/// `-Drozgar.test.seed=…` repeats a run.
class PlacesAgreeTest {
    private static final int JOBS = 1_500;
    private static final int QUERIES = 60;
    private static final List<String> STORES = List.of("postgres", "elasticsearch");
    private static final long SEED = Long.getLong("rozgar.test.seed", System.nanoTime());

    private static final Random RANDOM = new Random(SEED);
    /// Ids of listed jobs by each place of the tree.
    private static final Map<String, Set<Integer>> JOBS_AT = new TreeMap<>();
    private static final Set<Integer> ALL = new TreeSet<>();
    private static TwoStores stores;

    @BeforeAll
    static void open() throws InterruptedException {
        System.err.println("Places with -Drozgar.test.seed=" + SEED);
        stores = TwoStores.seeded(SEED, JOBS);
        stores.board().fillWords();
        for (Document document : stores.listed()) {
            JsonObject job = Cut.object(document);
            int id = job.getInt("id");
            ALL.add(id);
            for (JsonObject place : job.getJsonArray("locations").getValuesAs(JsonObject.class))
                for (String at : levels(place))
                    JOBS_AT.computeIfAbsent(at, _ -> new TreeSet<>()).add(id);
        }
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    /// From the address alone. No name of the demo has an accent or a slash.
    private static List<String> levels(JsonObject place) {
        String country = place.getString("country");
        String region = place.getString("region", "").toLowerCase(Locale.ROOT);
        List<String> levels = new ArrayList<>(List.of(country));
        if (!region.isEmpty()) levels.add(country + '/' + region);
        if (place.get("locality") instanceof JsonString name)
            levels.add(country + '/' + region + '/' + name.getString().toLowerCase(Locale.ROOT));
        if (place.get("place_id") instanceof JsonString id) levels.add("place:" + id.getString());
        return levels;
    }

    @Test
    void anyOfThePlacesAndNoneOfTheOthers() {
        List<String> places = List.copyOf(JOBS_AT.keySet());
        int found = 0;
        for (int i = 0; i < QUERIES; i++) {
            Set<String> wanted = some(places, RANDOM.nextInt(4));
            Set<String> unwanted = some(places, wanted.isEmpty() ? 2 : RANDOM.nextInt(3));
            Set<Integer> wished = wanted.isEmpty() ? new TreeSet<>(ALL) : at(wanted);
            wished.removeAll(at(unwanted));
            String query =
                    wanted.stream().map(place -> "&location=" + typed(place)).collect(Collectors.joining())
                            + unwanted.stream()
                                    .map(place -> "&location=-" + typed(place))
                                    .collect(Collectors.joining());
            for (String store : STORES) assertEquals(wished, ids(store, query), () -> "seed " + SEED + ": " + query);
            found += wished.size();
        }
        int all = found;
        assertTrue(all > QUERIES, () -> "only " + all);
    }

    @Test
    void aRegionIsThatOfTheSameLocation() {
        assertEquals(Set.of(), ids("postgres", "&location=IN/goa/nowhere"));
        assertEquals(Set.of(), ids("elasticsearch", "&location=US/maharashtra"));
    }

    @Test
    void theFacetCountsEachLevelOfTheTree() {
        JsonObject here = facets("postgres");
        assertEquals(here, facets("elasticsearch"));
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonObject bucket :
                here.getJsonObject("location").getJsonArray("buckets").getValuesAs(JsonObject.class))
            counts.put(bucket.getString("value"), bucket.getInt("count"));
        Map<String, Integer> wished = new TreeMap<>();
        JOBS_AT.forEach((place, jobs) -> {
            if (!place.startsWith("place:")) wished.put(place, jobs.size());
        });
        if (!here.getJsonObject("location").getBoolean("more")) assertEquals(wished, counts);
        else counts.forEach((place, count) -> assertEquals(wished.get(place), count, place));
        assertTrue(counts.keySet().stream().anyMatch(place -> place.matches("../[^/]+")), counts::toString);
        assertTrue(counts.keySet().stream().anyMatch(place -> place.matches("../[^/]+/.+")), counts::toString);
    }

    @Test
    void aSuggestedPlaceIsSoughtByLocation() {
        JsonArray suggestions =
                stores.board().json("/api/jobs/suggest?q=mum&size=20").getJsonArray("suggestions");
        Set<String> places = new HashSet<>();
        for (JsonObject one : suggestions.getValuesAs(JsonObject.class)) {
            if (!one.getString("type").equals("place")) continue;
            assertEquals("location", one.getString("parameter"));
            assertEquals(at(Set.of(one.getString("value"))).size(), one.getInt("count"), one::toString);
            places.add(one.getString("value"));
        }
        assertTrue(places.contains("IN/maharashtra/mumbai"), suggestions::toString);
    }

    private static JsonObject facets(String store) {
        return stores.board()
                .json("/api/jobs?facets=location&facet_size=100&limit=1&read_model=" + store)
                .getJsonObject("facets");
    }

    private static Set<String> some(List<String> places, int most) {
        Set<String> some = new HashSet<>();
        for (int n = 0; n < most; n++) some.add(places.get(RANDOM.nextInt(places.size())));
        return some;
    }

    private static Set<Integer> at(Set<String> places) {
        Set<Integer> jobs = new TreeSet<>();
        places.forEach(place -> jobs.addAll(JOBS_AT.get(place)));
        return jobs;
    }

    /// In other letters; the ids of a gazetteer are compared as they are.
    private static String typed(String place) {
        String text = place.startsWith("place:") || RANDOM.nextBoolean() ? place : place.toUpperCase(Locale.ROOT);
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Set<Integer> ids(String store, String query) {
        Set<Integer> ids = new TreeSet<>();
        String first = "/api/jobs?limit=100&count=none&fields=id&read_model=" + store + query;
        String page = first;
        while (true) {
            JsonObject told = stores.board().json(page);
            for (JsonValue job : told.getJsonArray("items"))
                ids.add(job.asJsonObject().getInt("id"));
            if (!(told.get("next") instanceof JsonString next)) return ids;
            page = first + "&cursor=" + next.getString();
        }
    }
}
