package dev.rozgar.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.rozgar.application.fixture.ForbiddenNameImpl;
import dev.rozgar.application.fixture.common.ForbiddenDrawer;
import java.util.List;

/// Names that say something.
final class NamingRules {
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
                    ForbiddenDrawer.class));

    private NamingRules() {}
}
