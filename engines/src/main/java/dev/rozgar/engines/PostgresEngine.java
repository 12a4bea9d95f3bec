package dev.rozgar.engines;

/// A PostgreSQL in use.
public final class PostgresEngine extends Engine {
    private final Database database;

    PostgresEngine(Server server, Database database) {
        super(server);
        this.database = database;
    }

    /// A server somebody else runs.
    public static PostgresEngine at(Database database) {
        return new PostgresEngine(new ConfiguredServer(), database);
    }

    /// The address of the database, and who to be there.
    public Database database() {
        return database;
    }

    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    public String user() {
        return database.user();
    }

    public String password() {
        return database.password();
    }

    /// Stops without finishing anything ("immediate" mode): the next start recovers from the log.
    public void stopImmediately() {
        server().halt(Halt.IMMEDIATE);
    }

    @Override
    public String describe() {
        return "PostgreSQL runs " + server().place() + " at " + database.withoutParameters() + ". To use your own, set "
                + Engines.POSTGRES_URL + ", " + Engines.POSTGRES_USER + " and " + Engines.POSTGRES_PASSWORD + ".";
    }
}
