package dev.rozgar.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/// An architecture rule together with the classes that break it on purpose.
///
/// @param withFakes whether the fakes among the tests of application and HTTP are looked at
/// @param fixtures break the rule, each of them alone; a rule without any proves nothing
/// @param names of classes that would break it, where it is about names: the project itself has none called so
record Rule(String name, ArchRule rule, boolean withFakes, List<Class<?>> fixtures, List<String> names) {
    Rule {
        fixtures = List.copyOf(fixtures);
        names = List.copyOf(names);
        if (fixtures.isEmpty() && names.isEmpty())
            throw new IllegalArgumentException(name + " has no fixture that breaks it");
    }

    static Rule of(String name, ArchRule rule, Class<?>... fixtures) {
        return new Rule(name, rule, false, List.of(fixtures), List.of());
    }

    static Rule ofNames(String name, ArchRule rule, Stream<String> names) {
        return new Rule(name, rule, false, List.of(), names.toList());
    }

    /// The same rule, looking at the hand-written fakes as well.
    Rule countingFakes() {
        return new Rule(name, rule, true, fixtures, names);
    }

    @Override
    public String toString() {
        return name;
    }
}
