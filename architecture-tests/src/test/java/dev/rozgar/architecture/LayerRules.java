package dev.rozgar.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import dev.rozgar.adapters.fixture.PeekingAdapter;
import dev.rozgar.adapters.http.fixture.NosyRoutes;
import dev.rozgar.application.cycle.one.CycleOne;
import dev.rozgar.application.fixture.OutwardUseCase;
import dev.rozgar.application.fixture.SqlUseCase;
import dev.rozgar.domain.fixture.ReflectingAggregate;
import dev.rozgar.engines.fixture.KnowingEngine;
import java.text.Normalizer;
import java.util.List;

/// Who may know whom. Poms say it coarsely, these rules say it by package.
final class LayerRules {
    private static final String[] CORE_JDK = {
        "java.lang", "java.lang.runtime", "java.util..", "java.time..", "java.math", "org.jspecify.annotations"
    };

    static final List<Rule> ALL = List.of(
            Rule.of(
                    "the domain knows the JDK's plain values and nothing else",
                    classes()
                            .that()
                            .resideInAPackage("dev.rozgar.domain..")
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(CORE_JDK).or(resideInAPackage("dev.rozgar.domain..")))
                            .because("an allow-list stays right when a library is added; a deny-list forgets it"),
                    ReflectingAggregate.class),
            Rule.of(
                    "the application knows the domain and the JDK",
                    classes()
                            .that()
                            .resideInAPackage("dev.rozgar.application..")
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(CORE_JDK)
                                    .or(resideInAnyPackage(
                                            "dev.rozgar.domain..",
                                            "dev.rozgar.application..",
                                            "java.io",
                                            "java.nio.charset",
                                            "java.security"))
                                    // Unicode's normal forms, and no format of any country.
                                    .or(belongToAnyOf(Normalizer.class)))
                            .because("use cases and ports outlive every engine and framework around them"),
                    SqlUseCase.class),
            Rule.of(
                    "adapters do not know each other",
                    slices().matching("dev.rozgar.adapters.(*)..")
                            .should()
                            .notDependOnEachOther()
                            .because("either engine can be replaced while the other stays"),
                    PeekingAdapter.class,
                    NosyRoutes.class),
            Rule.of(
                    "only bootstrap knows adapters and engines",
                    noClasses()
                            .that(not(resideInAnyPackage(
                                    "dev.rozgar.bootstrap..", "dev.rozgar.adapters..", "dev.rozgar.engines..")))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "dev.rozgar.adapters..", "dev.rozgar.engines..", "dev.rozgar.bootstrap..")
                            .because("dependencies point inward"),
                    OutwardUseCase.class),
            Rule.of(
                    "engines know nothing of the product",
                    noClasses()
                            .that()
                            .resideInAPackage("dev.rozgar.engines..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "dev.rozgar.domain..",
                                    "dev.rozgar.application..",
                                    "dev.rozgar.adapters..",
                                    "dev.rozgar.bootstrap..")
                            .because("a database server is started the same way whatever is stored in it"),
                    KnowingEngine.class),
            noCycles("dev.rozgar.application.(**)", CycleOne.class),
            noCycles("dev.rozgar.domain.(**)", dev.rozgar.domain.cycle.one.CycleOne.class));

    private LayerRules() {}

    private static Rule noCycles(String packages, Class<?> fixture) {
        return Rule.of(
                "no cycles among " + packages,
                slices().matching(packages)
                        .should()
                        .beFreeOfCycles()
                        .because("a capability that needs another must not be needed by it"),
                fixture);
    }
}
