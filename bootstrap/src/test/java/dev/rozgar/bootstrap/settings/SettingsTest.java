package dev.rozgar.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.ReadModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path dir;

    @Test
    void everySettingHasADefault() {
        Settings settings = Settings.read(SettingsSources.only(Map.of()));
        assertEquals(ReadModel.AUTO, settings.readModel());
        assertEquals(Duration.ofMillis(250), settings.relay().indexedWithin());
        assertFalse(settings.isChosen("rozgar.postgres.url"));
    }

    @Test
    void eachSourceIsStrongerThanTheOneBefore() throws IOException {
        Path file =
                file("rozgar: {relay: {batch: 1, max_tries: 1, lease: 1s}, elasticsearch: {shards: 1, prefix: file}}");
        Properties properties = new Properties();
        properties.setProperty("rozgar.relay.lease", "3s");
        properties.setProperty("rozgar.elasticsearch.shards", "3");
        var environment =
                Map.of("ROZGAR_RELAY_MAX_TRIES", "2", "ROZGAR_RELAY_LEASE", "2s", "ROZGAR_ELASTICSEARCH_SHARDS", "2");
        Settings settings = Settings.read(new SettingsSources(
                Optional.of(file), environment, properties, Map.of("rozgar.elasticsearch.shards", "4")));
        assertEquals(1, settings.relay().pace().maxBatch());
        assertEquals(2, settings.relay().pace().maxTries());
        assertEquals(Duration.ofSeconds(3), settings.relay().pace().lease());
        assertEquals(4, settings.elasticsearch().layout().shards());
        assertEquals("file", settings.elasticsearch().prefix());
    }

    @Test
    void aChildIsGivenWhatItsEnvironmentWouldLack() {
        Properties properties = new Properties();
        properties.setProperty("rozgar.read_model", "postgres");
        properties.setProperty("rozgar.relay.batch", "3");
        properties.setProperty("user.name", "someone");
        var sources = new SettingsSources(
                Optional.empty(), Map.of("ROZGAR_RELAY_BATCH", "2"), properties, Map.of("rozgar.relay.batch", "4"));
        assertEquals(
                Map.of("ROZGAR_READ_MODEL", "postgres", "ROZGAR_RELAY_BATCH", "4"), sources.optionsAsEnvironment());
    }

    @Test
    void tellsEveryFaultAtOnce() throws IOException {
        Path file = file("rozgar: {relay: {batch: many}, sever: {port: 1}, postgres: {pasword: geheim}}");
        var sources =
                new SettingsSources(Optional.of(file), Map.of("ROZGAR_READ_MODEL", "solr"), new Properties(), Map.of());
        List<SettingFault> faults = faults(sources);
        assertEquals(
                List.of("ROZGAR_READ_MODEL", "rozgar.relay.batch", "rozgar.postgres.pasword", "rozgar.sever.port"),
                faults.stream().map(SettingFault::key).toList());
    }

    @Test
    void saysWhatWasExpected() {
        SettingFault fault = onlyFault(Map.of("rozgar.read_model", "solr"));
        assertEquals(
                "rozgar.read_model = solr (command line): expected one of elasticsearch, postgres, auto",
                fault.toString());
    }

    @Test
    void suggestsTheKeyThatWasMeant() {
        SettingFault fault = onlyFault(Map.of("rozgar.postgres.pasword", "geheim"));
        assertTrue(fault.expected().contains("did you mean rozgar.postgres.password?"), fault::toString);
    }

    @Test
    void keepsTheValueOfAnUnknownKeyToItself() {
        assertFalse(onlyFault(Map.of("rozgar.postgres.pasword", "geheim"))
                .toString()
                .contains("geheim"));
    }

    @Test
    void refusesAnUnknownVariableByItsName() {
        var sources = new SettingsSources(
                Optional.empty(), Map.of("ROZGAR_POSTGRES_PASWORD", "geheim"), new Properties(), Map.of());
        SettingFault fault = faults(sources).getFirst();
        assertEquals("ROZGAR_POSTGRES_PASWORD", fault.key());
        assertTrue(fault.expected().contains("ROZGAR_POSTGRES_PASSWORD"), fault::toString);
    }

    @Test
    void ignoresTheServiceLinksOfKubernetes() {
        var environment = Map.of(
                "ROZGAR_PORT", "tcp://10.0.0.1:80",
                "ROZGAR_SERVICE_HOST", "10.0.0.1",
                "ROZGAR_POSTGRES_PORT_5432_TCP_ADDR", "10.0.0.2",
                "ROZGAR_POSTGRES_SERVICE_PORT_HTTP", "5432");
        Settings settings =
                Settings.read(new SettingsSources(Optional.empty(), environment, new Properties(), Map.of()));
        assertFalse(settings.isChosen("rozgar.postgres.url"));
    }

    @Test
    void masksSecretsWhereverTheyStand() {
        Settings settings = Settings.read(SettingsSources.only(Map.of("rozgar.postgres.password", "geheim")));
        assertTrue(settings.effective().stream().anyMatch(one -> one.shown().equals("***")));
        assertFalse(settings.effective().toString().contains("geheim"));
    }

    @Test
    void refusesCredentialsInAnAddressWithoutPrintingThem() {
        SettingFault fault = onlyFault(Map.of("rozgar.elasticsearch.url", "http://me:geheim@localhost:9200"));
        assertFalse(fault.toString().contains("geheim"), fault::toString);
    }

    @Test
    void refusesReadModelElasticsearchWithoutAnIndex() {
        SettingFault fault = onlyFault(Map.of("rozgar.read_model", "elasticsearch", "rozgar.write_policy", "sql_only"));
        assertEquals("rozgar.read_model", fault.key());
    }

    @Test
    void takesSeveralNodes() {
        Settings settings = Settings.read(
                SettingsSources.only(Map.of("rozgar.elasticsearch.url", "http://a:9200, https://b:9201")));
        assertEquals(2, settings.elasticsearch().servers().size());
    }

    @Test
    void keepsReferencesInValuesAsTheyAreWritten() {
        Settings settings = Settings.read(SettingsSources.only(Map.of("rozgar.postgres.user", "${HOME}")));
        assertEquals("${HOME}", settings.postgres().user());
    }

    @Test
    void refusesAFileThatIsNotThere() {
        var sources =
                new SettingsSources(Optional.of(dir.resolve("absent.yaml")), Map.of(), new Properties(), Map.of());
        assertEquals(1, faults(sources).size());
    }

    @Test
    void refusesAFileThatIsNoYaml() throws IOException {
        var sources = new SettingsSources(Optional.of(file("rozgar: [")), Map.of(), new Properties(), Map.of());
        assertEquals(1, faults(sources).size());
    }

    @Test
    void refusesAKeyOutsideOfItsRoot() throws IOException {
        Path file = file("server: {port: 9000}");
        SettingFault fault = faults(new SettingsSources(Optional.of(file), Map.of(), new Properties(), Map.of()))
                .getFirst();
        assertTrue(fault.expected().contains("rozgar.server.port"), fault::toString);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(dir.resolve("rozgar.yaml"), yaml);
    }

    private static List<SettingFault> faults(SettingsSources sources) {
        return assertThrows(InvalidSettings.class, () -> Settings.read(sources)).faults();
    }

    private static SettingFault onlyFault(Map<String, String> options) {
        List<SettingFault> faults = faults(SettingsSources.only(options));
        assertEquals(1, faults.size(), faults::toString);
        return faults.getFirst();
    }
}
