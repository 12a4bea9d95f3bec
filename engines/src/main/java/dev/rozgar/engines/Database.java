package dev.rozgar.engines;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One PostgreSQL database and who to be there.
///
/// @param jdbcUrl e.g. `jdbc:postgresql://127.0.0.1:5432/rozgar`, parameters allowed
public record Database(String jdbcUrl, String user, String password) {
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/?]+/)([^?]*)(\\?.*)?");

    public Database {
        if (!URL.matcher(jdbcUrl).matches()) {
            throw new EngineFailure("The PostgreSQL address must look like jdbc:postgresql://host:5432/database.");
        }
    }

    /// Another database on the same server.
    public Database named(String name) {
        var parts = parts();
        var parameters = parts.group(3) == null ? "" : parts.group(3);
        return new Database(parts.group(1) + name + parameters, user, password);
    }

    /// The part of the address that may be printed: parameters can hold a password.
    String withoutParameters() {
        var parts = parts();
        return parts.group(1) + parts.group(2);
    }

    String name() {
        return parts().group(2);
    }

    /// The password is for connecting, not for logs.
    @Override
    public String toString() {
        return user + " at " + withoutParameters();
    }

    private Matcher parts() {
        var matcher = URL.matcher(jdbcUrl);
        if (!matcher.matches()) {
            throw new IllegalStateException("checked when it was built");
        }
        return matcher;
    }
}
