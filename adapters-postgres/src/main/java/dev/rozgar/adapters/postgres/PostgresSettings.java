package dev.rozgar.adapters.postgres;

import java.time.Duration;

/// STUB
public record PostgresSettings(
        String url, String user, String password, int pool, Duration connect, Duration statement) {}
