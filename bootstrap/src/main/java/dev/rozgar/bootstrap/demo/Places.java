package dev.rozgar.bootstrap.demo;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.GeoPoint;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.job.JobLocation;
import dev.rozgar.domain.job.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where jobs are. Most lie exactly in the middle of their town, as on real boards.
final class Places {
    /// Parts of a town lie this far from its middle at the most, in degrees (about 9 km).
    private static final double REACH = 0.08;

    private Places() {}

    static List<JobLocation> of(City first, Dice dice) {
        var all = new ArrayList<JobLocation>();
        all.add(location(first, dice));
        double more = dice.unit();
        int count = more < Shapes.ONE_LOCATION
                ? 1
                : more < Shapes.ONE_LOCATION + Shapes.TWO_LOCATIONS ? 2 : dice.between(3, 12);
        while (all.size() < count) {
            all.add(location(City.draw(dice), dice));
        }
        return all;
    }

    static JobLocation location(City city, Dice dice) {
        if (!dice.chance(Shapes.LOCALITY)) {
            var state = new Address(
                    Optional.empty(), Optional.empty(), Optional.of(city.state()), Optional.empty(), city.country());
            return new JobLocation(state, Optional.of(city.centre()), Precision.REGION, Optional.empty());
        }
        var address = address(city, dice);
        boolean street = address.street().isPresent();
        var precision =
                street ? Precision.STREET : address.postcode().isPresent() ? Precision.POSTCODE : Precision.LOCALITY;
        return new JobLocation(address, Optional.of(point(city, street, dice)), precision, placeId(city));
    }

    static Address address(City city, Dice dice) {
        Optional<String> street = dice.chance(Shapes.STREET)
                ? Optional.of("Plot " + dice.between(1, 240) + ", " + dice.pick(city.areas()))
                : Optional.empty();
        Optional<String> postcode = dice.chance(Shapes.POSTCODE) && !city.pin().isEmpty()
                ? Optional.of(city.pin() + String.format(Locale.ROOT, "%03d", dice.between(1, 99)))
                : Optional.empty();
        return new Address(street, Optional.of(city.name()), Optional.of(city.state()), postcode, city.country());
    }

    static Optional<String> placeId(City city) {
        return Optional.of(
                city.region().value() + "/" + Slug.of(city.name(), "city", 1).value());
    }

    private static GeoPoint point(City city, boolean street, Dice dice) {
        if (dice.chance(Shapes.EXACT_POINT)) {
            return near(city, dice);
        }
        // A part of a town has one point, the same for every job there.
        return street
                ? near(city, new Dice(0, dice.pick(city.areas()), city.name().hashCode()))
                : city.centre();
    }

    private static GeoPoint near(City city, Dice dice) {
        return new GeoPoint(
                city.centre().lat() + (dice.unit() - 0.5) * 2 * REACH,
                city.centre().lon() + (dice.unit() - 0.5) * 2 * REACH);
    }
}
