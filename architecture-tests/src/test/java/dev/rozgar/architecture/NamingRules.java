package dev.rozgar.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import java.util.stream.Stream;

/// Names that say something.
final class NamingRules {
    private static final String HERE = "dev.rozgar.application.";

    static final List<Rule> ALL = List.of(
            Rule.ofNames(
                    "no name hides what a type does",
                    noClasses()
                            .that()
                            .resideInAPackage("dev.rozgar..")
                            .should()
                            .haveNameMatching(".*(Utils?|Helpers?|Impl|Manager|V2|Legacy)$")
                            .because("such a name is a place where unrelated things meet"),
                    Stream.of("Util", "Utils", "Helper", "Helpers", "Impl", "Manager", "V2", "Legacy")
                            .map(end -> HERE + "Jobs" + end)),
            Rule.ofNames(
                    "there is no drawer for everything",
                    noClasses()
                            .that()
                            .resideInAPackage("dev.rozgar..")
                            .should()
                            .resideInAnyPackage(
                                    "..common..", "..util..", "..utils..", "..helper..", "..helpers..", "..misc..")
                            .because("code lives with the capability that needs it"),
                    Stream.of("common", "util", "utils", "helper", "helpers", "misc")
                            .map(drawer -> HERE + drawer + ".Jobs")));

    private NamingRules() {}
}
