package dev.rozgar.adapters.postgres.session;

import dev.rozgar.adapters.postgres.sql.Reads;
import dev.rozgar.adapters.postgres.sql.Writes;
import java.sql.Connection;

/// What the desks of one transaction share.
///
/// @param reads    its questions, asked at once
/// @param writes   what it is going to write, all at its end
/// @param subjects what it has locked or made
/// @param ids      those that it may give to new things
public record Session(Reads reads, Writes writes, Subjects subjects, DeskIds ids) {
    public static Session on(Connection connection, DeskIds ids) {
        Reads reads = new Reads(connection);
        return new Session(reads, new Writes(), new Subjects(reads), ids);
    }
}
