package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.PortFailure;
import dev.rozgar.bootstrap.settings.InvalidSettings;
import dev.rozgar.engines.EngineFailure;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// What a person reads when a command fails: a sentence where we know the cause, the stack where we do not.
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        switch (failure) {
            case InvalidSettings invalid -> {
                err.println(invalid.getMessage());
                return Rozgar.USAGE;
            }
            case WrongOption wrong -> {
                err.println(wrong.getMessage());
                return Rozgar.USAGE;
            }
            case Refusal refusal -> err.println(refusal.getMessage());
            case EngineFailure engine -> err.println(engine.getMessage());
            case PortFailure port
            when port.kind() == PortFailure.Kind.UNAVAILABLE ->
                err.println(port.getMessage() + System.lineSeparator()
                        + "Start it, or set ROZGAR_POSTGRES_URL and ROZGAR_ELASTICSEARCH_URL to where it is"
                        + " (beside a demo: --config .rozgar/engines.yaml);"
                        + " `rozgar doctor` shows what answers.");
            case PortFailure port
            when entry(port).isPresent() -> err.println(entry(port).get());
            default -> failure.printStackTrace(err);
        }
        err.flush();
        return Rozgar.FAILED;
    }

    /// What to do where PostgreSQL lets nobody in: no defect of ours, though no statement can go wrong more than
    /// that.
    private static Optional<String> entry(PortFailure failure) {
        if (!(failure.getCause() instanceof SQLException refused)) return Optional.empty();
        return switch (String.valueOf(refused.getSQLState())) {
            case "28000", "28P01" ->
                Optional.of("PostgreSQL does not accept this user or password:"
                        + " set ROZGAR_POSTGRES_USER and ROZGAR_POSTGRES_PASSWORD.");
            case "3D000" ->
                Optional.of("PostgreSQL has no such database: create it, or set ROZGAR_POSTGRES_URL to one it has.");
            case "42501" ->
                Optional.of("PostgreSQL does not allow this user that: make it the owner of the database,"
                        + " or set ROZGAR_POSTGRES_USER to the owner.");
            default -> Optional.empty();
        };
    }
}
