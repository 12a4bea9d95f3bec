package dev.rozgar.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.rozgar.application.fixture.LonelyPort;
import dev.rozgar.application.fixture.UseCaseWithTwoDoors;
import dev.rozgar.domain.fixture.ClockReadingAggregate;
import dev.rozgar.domain.fixture.MutableAggregate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// How the core is written: values that do not change, time that is handed in, ports that earn their interface.
final class CoreRules {
    static final List<Rule> ALL = List.of(
            Rule.of(
                    "nothing in the core asks what time it is",
                    noClasses()
                            .that()
                            .resideInAnyPackage("dev.rozgar.domain..", "dev.rozgar.application..")
                            .should()
                            .callMethod(Instant.class, "now")
                            .orShould()
                            .callMethod(LocalDate.class, "now")
                            .orShould()
                            .callMethod(System.class, "currentTimeMillis")
                            .because("time is an argument or a Clock, so that a test can say what time it is"),
                    ClockReadingAggregate.class),
            Rule.of(
                    "the domain's fields never change",
                    fields().that()
                            .areDeclaredInClassesThat()
                            .resideInAPackage("dev.rozgar.domain..")
                            .and()
                            .areDeclaredInClassesThat()
                            .arePublic()
                            .should()
                            .beFinal()
                            .because("an aggregate that changes under its reader cannot be checked once"),
                    MutableAggregate.class),
            Rule.of(
                    "nobody has setters",
                    noMethods()
                            .that()
                            .areDeclaredInClassesThat()
                            .resideInAPackage("dev.rozgar..")
                            .and()
                            .arePublic()
                            .and(takeAnArgument())
                            .should()
                            .haveNameMatching("set[A-Z].*")
                            .because("a value is complete when it exists"),
                    MutableAggregate.class),
            Rule.of(
                            "an open interface of the application has at least two implementers",
                            classes()
                                    .that()
                                    .resideInAPackage("dev.rozgar.application..")
                                    .and()
                                    .areInterfaces()
                                    .and()
                                    .areTopLevelClasses()
                                    .and()
                                    .doNotHaveSimpleName("package-info")
                                    .and(isNotSealed())
                                    .should(have(atLeastTwoImplementers()))
                                    .because("a port earns its interface; hand-written fakes count"),
                            LonelyPort.class)
                    .countingFakes(),
            Rule.of(
                    "a use case has one public method",
                    methods()
                            .that()
                            .areDeclaredInClassesThat(haveACommand())
                            .and()
                            .arePublic()
                            .and()
                            .doNotHaveModifier(JavaModifier.SYNTHETIC)
                            .should()
                            .haveName("handle")
                            .because("use cases are verbs"),
                    UseCaseWithTwoDoors.class));

    private CoreRules() {}

    private static DescribedPredicate<JavaClass> isNotSealed() {
        return DescribedPredicate.describe(
                "are not sealed", type -> !type.reflect().isSealed());
    }

    private static DescribedPredicate<JavaClass> atLeastTwoImplementers() {
        return DescribedPredicate.describe(
                "at least two implementers",
                type -> type.isAnnotatedWith(FunctionalInterface.class)
                        || type.getAllSubclasses().stream()
                                        .filter(sub -> !sub.isInterface())
                                        .count()
                                >= 2);
    }

    private static DescribedPredicate<JavaMethod> takeAnArgument() {
        return DescribedPredicate.describe(
                "take an argument", method -> !method.getRawParameterTypes().isEmpty());
    }

    private static DescribedPredicate<JavaClass> haveACommand() {
        return DescribedPredicate.describe(
                "have a nested Command",
                type -> type.getPackageName().startsWith("dev.rozgar.application")
                        && type.reflect().getDeclaredClasses().length > 0
                        && List.of(type.reflect().getDeclaredClasses()).stream()
                                .anyMatch(nested -> nested.getSimpleName().equals("Command")));
    }
}
