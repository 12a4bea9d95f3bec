package dev.rozgar.application.access;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Which roles have a right, and how far.
final class Grants {
    private final Map<Role, Reach> reaches = new EnumMap<>(Role.class);

    private Grants() {}

    static Grants none() {
        return new Grants();
    }

    static Grants toAll() {
        return none().any(Role.values());
    }

    Grants own(Role... roles) {
        for (Role role : roles) reaches.put(role, Reach.OWN);
        return this;
    }

    Grants any(Role... roles) {
        for (Role role : roles) reaches.put(role, Reach.ANY);
        return this;
    }

    Optional<Reach> of(Role role) {
        return Optional.ofNullable(reaches.get(role));
    }
}
