package dev.rozgar.adapters.http;

import java.util.Locale;

/// The read models a caller may ask for by name, as in `?read_model=postgres`.
public enum ReadModel {
    ELASTICSEARCH,
    POSTGRES,
    /// Elasticsearch, and PostgreSQL while it is down.
    AUTO;

    /// The name in queries and headers.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
