package dev.rozgar.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs programs of the engines.
final class Commands {
    private Commands() {}

    /// A child sees nothing of our environment: it may hold passwords, and Java options that are not meant for
    /// it.
    static ProcessBuilder bare(ProcessBuilder command, Path home) {
        var path = command.environment().getOrDefault("PATH", "/usr/bin:/bin");
        command.environment().clear();
        command.environment().put("PATH", path);
        command.environment().put("HOME", home.toString());
        command.environment().put("LC_ALL", "C");
        return command.directory(home.toFile());
    }

    /// Waits for a short one.
    static void run(ProcessBuilder command, Path log) throws IOException {
        try {
            var code = Spawner.spawn(command.redirectErrorStream(true)).waitFor();
            if (code != 0) {
                throw new EngineFailure(command.command() + " failed with " + code + ":\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("Interrupted while running " + command.command() + ".", e);
        }
    }
}
