package dev.rozgar.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.rozgar.adapters.fixture.WideOpen;
import dev.rozgar.application.fixture.ForbiddenNameImpl;
import dev.rozgar.application.fixture.common.ForbiddenDrawer;
import java.util.List;
import java.util.Set;

/// Names that say something, and doors that are few.
final class NamingRules {
    /// What `bootstrap` sees of the adapters: a door each, what the door is opened with, and what comes out of it.
    private static final Set<String> DOORS = Set.of("Postgres", "Elasticsearch", "Http");

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "no name hides what a type does",
                    noClasses()
                            .that()
                            .resideInAPackage("dev.rozgar..")
                            .should()
                            .haveNameMatching(".*(Utils?|Helpers?|Impl|Manager|V2|Legacy)$")
                            .because("such a name is a place where unrelated things meet"),
                    ForbiddenNameImpl.class),
            Rule.of(
                    "there is no drawer for everything",
                    noClasses()
                            .that()
                            .resideInAPackage("dev.rozgar..")
                            .should()
                            .resideInAnyPackage(
                                    "..common..", "..util..", "..utils..", "..helper..", "..helpers..", "..misc..")
                            .because("code lives with the capability that needs it"),
                    ForbiddenDrawer.class),
            Rule.of(
                    "an adapter shows its door and what the door takes or gives",
                    classes()
                            .that()
                            .resideInAPackage("dev.rozgar.adapters.*")
                            .and()
                            .areTopLevelClasses()
                            .and(areNoDoor())
                            .should()
                            .notHaveModifier(JavaModifier.PUBLIC)
                            .because("what is package-private can be changed without asking anybody"),
                    WideOpen.class));

    private NamingRules() {}

    /// Records and enums may stand beside the door (JSON-B reads public records only), and so may what it hands out.
    private static DescribedPredicate<JavaClass> areNoDoor() {
        return DescribedPredicate.describe(
                "are neither a door nor a record",
                type -> !DOORS.contains(type.getSimpleName())
                        && !isHandedOut(type)
                        && !type.isRecord()
                        && !type.isInterface()
                        && !type.isEnum());
    }

    private static boolean isHandedOut(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .map(Dependency::getOriginClass)
                .filter(origin -> DOORS.contains(origin.getSimpleName()))
                .flatMap(door -> door.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .anyMatch(method ->
                        method.getReturnType().getAllInvolvedRawTypes().contains(type));
    }
}
