package dev.rozgar.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.rozgar.adapters.cycle.one.CycleOne;
import dev.rozgar.adapters.fixture.WideOpen;
import dev.rozgar.adapters.fixture.inside.Knocking;
import dev.rozgar.bootstrap.fixture.Intruder;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Each adapter is a house: `dev.rozgar.adapters.<name>` is its front, with the door, what the door is opened with and
/// what it hands out; the packages below are its rooms. A small adapter is a front alone.
final class AdapterRules {
    private static final String ADAPTERS = "dev.rozgar.adapters.";
    private static final Set<String> DOORS = Set.of("Postgres", "Elasticsearch", "Http");

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "an adapter's front shows its door and what the door takes or gives",
                    classes()
                            .that(are("workers at a front", AdapterRules::isHiddenAtFront))
                            .should()
                            .notHaveModifier(JavaModifier.PUBLIC)
                            .because("what is package-private can be changed without asking anybody"),
                    WideOpen.class),
            Rule.of(
                    "an adapter's rooms are its own",
                    classes()
                            .that()
                            .resideInAPackage("dev.rozgar..")
                            .should(notDepend("on a room of an adapter from outside", AdapterRules::isIntrusion))
                            .because("what is public in a room is so for the rooms beside it"),
                    Intruder.class),
            Rule.of(
                    "an adapter's rooms know values and interfaces of its front, never the door",
                    classes()
                            .that(are("in a room", type -> !room(type).isEmpty()))
                            .should(notDepend("on a worker at the front", AdapterRules::isKnock))
                            .because("the front is built of the rooms; a room would need itself"),
                    Knocking.class),
            Rule.of(
                    "no cycles among an adapter's rooms",
                    slices().assignedFrom(rooms())
                            .should()
                            .beFreeOfCycles()
                            .because("a capability that needs another must not be needed by it"),
                    CycleOne.class));

    private AdapterRules() {}

    /// Values may stand beside the door (JSON-B reads public records only), and so may what it hands out.
    private static boolean isHiddenAtFront(JavaClass type) {
        return type.isTopLevelClass()
                && !adapter(type).isEmpty()
                && room(type).isEmpty()
                && !isDoor(type)
                && !isShown(type);
    }

    private static boolean isIntrusion(Dependency use) {
        JavaClass room = use.getTargetClass();
        return !room(room).isEmpty() && !adapter(use.getOriginClass()).equals(adapter(room));
    }

    private static boolean isKnock(Dependency use) {
        JavaClass front = use.getTargetClass();
        return !adapter(front).isEmpty() && room(front).isEmpty() && !isShown(front);
    }

    private static boolean isDoor(JavaClass type) {
        return DOORS.contains(type.getSimpleName());
    }

    private static boolean isShown(JavaClass type) {
        return type.isRecord() || type.isInterface() || type.isEnum() || isHandedOut(type);
    }

    private static boolean isHandedOut(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .filter(AdapterRules::isDoor)
                .flatMap(door -> door.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .anyMatch(method ->
                        method.getReturnType().getAllInvolvedRawTypes().contains(type) && !isDoor(type));
    }

    /// `http` of `dev.rozgar.adapters.http.wire`; empty outside the adapters.
    private static String adapter(JavaClass type) {
        String path = type.getPackageName();
        if (!path.startsWith(ADAPTERS)) return "";
        return path.substring(ADAPTERS.length()).split("\\.", 2)[0];
    }

    /// `wire` of `dev.rozgar.adapters.http.wire`; empty at a front and outside the adapters.
    private static String room(JavaClass type) {
        String front = ADAPTERS + adapter(type) + '.';
        String path = type.getPackageName();
        return path.startsWith(front) ? path.substring(front.length()) : "";
    }

    private static SliceAssignment rooms() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return room(type).isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(adapter(type), room(type));
            }

            @Override
            public String getDescription() {
                return "rooms of adapters";
            }
        };
    }

    private static DescribedPredicate<JavaClass> are(String what, Predicate<JavaClass> which) {
        return DescribedPredicate.describe("are " + what, which);
    }

    private static ArchCondition<JavaClass> notDepend(String how, Predicate<Dependency> wrong) {
        return new ArchCondition<>("not depend " + how) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(wrong)
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }
}
