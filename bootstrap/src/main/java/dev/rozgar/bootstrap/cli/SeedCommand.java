package dev.rozgar.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// To come.
@Command(name = "seed", mixinStandardHelpOptions = true)
final class SeedCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return Rozgar.OK;
    }
}
