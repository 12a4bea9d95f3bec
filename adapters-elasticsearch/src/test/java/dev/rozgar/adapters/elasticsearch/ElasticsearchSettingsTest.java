package dev.rozgar.adapters.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticsearchSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"ftp://host", "//host", "host:9200", "http:///path", "file:/tmp"})
    void refusesWhatIsNoServer(String address) {
        assertThrows(IllegalArgumentException.class, () -> ElasticsearchSettings.of(URI.create(address)));
    }

    @Test
    void refusesAPasswordInAnAddressWithoutRepeatingIt() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> ElasticsearchSettings.of(URI.create("http://me:sesame@host:9200")));

        assertFalse(String.valueOf(refused.getMessage()).contains("sesame"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "-x", "a*", "a,b", "../x", "a b"})
    void refusesAPrefixThatCouldReachOtherIndexes(String prefix) {
        var settings = ElasticsearchSettings.of(URI.create("http://host:9200"));

        assertThrows(IllegalArgumentException.class, () -> settings.prefix(prefix));
    }

    @Test
    void keepsThePathOfAServerBehindAProxy() {
        assertEquals(URI.create("https://host/es/_search"), Servers.under(URI.create("https://host/es/"), "/_search"));
    }
}
