package dev.rozgar.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final ImportOption NO_FIXTURES = location -> !location.contains("architecture-tests");
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(NO_FIXTURES)
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("dev.rozgar");
    private static final JavaClasses WITH_FAKES =
            new ClassFileImporter().withImportOption(NO_FIXTURES).importPackages("dev.rozgar");

    static Stream<Rule> rules() {
        return Stream.of(LayerRules.ALL, AdapterRules.ALL, CoreRules.ALL, NamingRules.ALL)
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(Rule rule) {
        rule.rule().check(rule.withFakes() ? WITH_FAKES : PRODUCT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void bites(Rule rule, @TempDir Path directory) throws IOException {
        for (Class<?> fixture : rule.fixtures()) {
            var broken = new ClassFileImporter()
                    .withImportOption(new ImportOption.OnlyIncludeTests())
                    .importPackages(fixture.getPackageName().replace(".one", ""));

            assertTrue(rule.rule().evaluate(broken).hasViolation(), fixture + " does not break it");
        }
        for (String name : rule.names()) {
            Path alone = directory.resolve(name);
            Files.createDirectories(alone);
            ClassFile.of().buildTo(alone.resolve("only.class"), ClassDesc.of(name), _ -> {});
            var broken = new ClassFileImporter().importPath(alone);

            assertTrue(rule.rule().evaluate(broken).hasViolation(), name + " does not break it");
        }
    }

    @Test
    void looksAtEveryLayer() {
        for (String layer : List.of(
                "domain",
                "application",
                "adapters.postgres",
                "adapters.elasticsearch",
                "adapters.http",
                "bootstrap",
                "engines")) {
            assertTrue(
                    PRODUCT.stream().anyMatch(type -> type.getPackageName().startsWith("dev.rozgar." + layer)),
                    "no class of " + layer + " was imported");
        }
    }
}
