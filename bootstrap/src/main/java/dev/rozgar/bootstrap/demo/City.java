package dev.rozgar.bootstrap.demo;

import dev.rozgar.bootstrap.taxonomy.Table;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.GeoPoint;
import dev.rozgar.domain.job.RegionCode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// A town as `cities.tsv` lists it.
///
/// @param taxState the GST code of its state; empty abroad
/// @param centre   its middle, where most of its jobs lie
/// @param pin      how its postcodes begin; empty abroad
/// @param share    of all jobs, in percent
/// @param pay      what a rupee of Indian pay becomes there
record City(
        String name,
        String devanagari,
        String state,
        RegionCode region,
        Optional<String> taxState,
        GeoPoint centre,
        String pin,
        double share,
        List<String> languages,
        List<String> areas,
        ZoneId zone,
        Currency currency,
        BigDecimal pay) {

    static final List<City> ALL =
            Table.rows(City.class, "cities.tsv").stream().map(City::of).toList();
    private static final Weighted<City> BY_SHARE = Weighted.by(ALL, City::share);

    static City draw(Dice dice) {
        return BY_SHARE.draw(dice);
    }

    CountryCode country() {
        return region.country();
    }

    private static City of(List<String> cells) {
        var abroad = cells.get(4).split("\\|");
        boolean home = abroad.length == 1;
        return new City(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                new RegionCode(cells.get(3)),
                home ? Optional.of(abroad[0]) : Optional.empty(),
                new GeoPoint(Double.parseDouble(cells.get(5)), Double.parseDouble(cells.get(6))),
                cells.get(7),
                Double.parseDouble(cells.get(8)),
                words(cells.get(9)),
                words(cells.get(10)),
                ZoneId.of(home ? "Asia/Kolkata" : abroad[0]),
                Currency.getInstance(home ? "INR" : abroad[1]),
                new BigDecimal(home ? "1" : abroad[2]));
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
}
