package dev.rozgar.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// To come.
@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return Rozgar.OK;
    }
}
