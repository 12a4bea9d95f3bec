package dev.rozgar.bootstrap.intake;

import dev.rozgar.application.intake.Row;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// The rows that were not imported, as CSV with the columns line, reason and key. Without any there is no file.
final class Rejects implements Closeable {
    private final Path file;
    private @Nullable CSVPrinter printer;

    /// A file of an earlier import at the same place goes.
    Rejects(Path file) throws IOException {
        this.file = file;
        Files.deleteIfExists(file);
    }

    /// Beside the input, or in the working directory where its owner has closed the input's folder for writing (which
    /// does not stop root).
    static Path beside(Path input) {
        var name = input.getFileName().toString() + ".rejects.csv";
        var folder = input.toAbsolutePath().getParent();
        return folder != null && isOpen(folder)
                ? folder.resolve(name)
                : Path.of(name).toAbsolutePath();
    }

    private static boolean isOpen(Path folder) {
        try {
            var posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            boolean closed =
                    posix != null && !posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE);
            return !closed && Files.isWritable(folder);
        } catch (IOException unknown) {
            return false;
        }
    }

    void add(Row.Rejected row) {
        try {
            var open = printer;
            if (open == null) {
                open = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), CSVFormat.RFC4180);
                open.printRecord("line", "reason", "key");
                printer = open;
            }
            open.printRecord(row.line(), harmless(row.reason()), harmless(row.key()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Where they are; empty where there are none.
    Optional<Path> file() {
        return printer == null ? Optional.empty() : Optional.of(file);
    }

    /// Spreadsheets take texts that begin like this for formulas.
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        if (printer != null) {
            printer.close();
        }
    }
}
