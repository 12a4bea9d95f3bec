package dev.rozgar.engines;

import java.io.IOException;
import java.nio.file.Path;

/// Where an archive's entry goes.
final class Archives {
    private Archives() {}

    /// An archive that points outside of its folder is not one of ours.
    static Path inside(Path folder, String entry) throws IOException {
        var target = folder.resolve(entry).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive names " + entry + ", which lies outside of it.");
        }
        return target;
    }
}
