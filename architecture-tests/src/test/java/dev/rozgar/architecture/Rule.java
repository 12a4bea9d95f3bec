package dev.rozgar.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// An architecture rule together with the classes that break it on purpose.
///
/// @param withFakes whether the fakes among the tests of application and HTTP are looked at
/// @param fixtures break the rule, each of them alone; a rule without any proves nothing
record Rule(String name, ArchRule rule, boolean withFakes, List<Class<?>> fixtures) {
    Rule {
        fixtures = List.copyOf(fixtures);
        if (fixtures.isEmpty()) throw new IllegalArgumentException(name + " has no fixture that breaks it");
    }

    static Rule of(String name, ArchRule rule, Class<?>... fixtures) {
        return new Rule(name, rule, false, List.of(fixtures));
    }

    /// The same rule, looking at the hand-written fakes as well.
    Rule countingFakes() {
        return new Rule(name, rule, true, fixtures);
    }

    @Override
    public String toString() {
        return name;
    }
}
