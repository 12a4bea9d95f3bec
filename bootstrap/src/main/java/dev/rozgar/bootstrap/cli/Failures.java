package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.PortFailure;
import dev.rozgar.bootstrap.settings.InvalidSettings;
import dev.rozgar.engines.EngineFailure;
import java.io.PrintWriter;
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
            case Refusal refusal -> err.println(refusal.getMessage());
            case EngineFailure engine -> err.println(engine.getMessage());
            case PortFailure port
            when port.kind() == PortFailure.Kind.UNAVAILABLE ->
                err.println(port.getMessage() + System.lineSeparator() + "`rozgar doctor` shows what is reachable.");
            default -> failure.printStackTrace(err);
        }
        err.flush();
        return Rozgar.FAILED;
    }
}
