package dev.rozgar.engines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/// Our analysis plugin, as the class path holds it: nobody here loads its classes, they are handed to the server.
final class AnalysisPlugin {
    private static final String FOLDER = "/rozgar-analysis/";
    private static final String DESCRIPTOR = "stable-plugin-descriptor.properties";
    private static final String COMPONENTS = "named_components.json";

    /// The plugin's classes, packed.
    private final byte[] jar;
    /// What the server reads first: name, versions.
    private final byte[] descriptor;
    /// Which class stands behind which name.
    private final byte[] components;

    private AnalysisPlugin(byte[] jar, byte[] descriptor, byte[] components) {
        this.jar = jar;
        this.descriptor = descriptor;
        this.components = components;
    }

    static AnalysisPlugin ofClassPath() throws IOException {
        return new AnalysisPlugin(jar(resource(DESCRIPTOR)), bytes(DESCRIPTOR), bytes(COMPONENTS));
    }

    void into(Path plugins) throws IOException {
        var folder = Files.createDirectories(plugins.resolve("rozgar-analysis"));
        Files.write(folder.resolve("rozgar-analysis.jar"), jar);
        Files.write(folder.resolve(DESCRIPTOR), descriptor);
        Files.write(folder.resolve(COMPONENTS), components);
    }

    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(jar);
            digest.update(descriptor);
            digest.update(components);
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Packaged, it is a jar; inside of one build it may still be a folder of classes.
    private static byte[] jar(URL descriptor) throws IOException {
        if (descriptor.openConnection() instanceof JarURLConnection inJar) {
            try (var in = inJar.getJarFileURL().openStream()) {
                return in.readAllBytes();
            }
        }
        try {
            return packed(Path.of(descriptor.toURI()).resolve("../..").normalize());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /// Always the same bytes for the same classes: sorted, without a time.
    private static byte[] packed(Path classes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes);
                var files = Files.walk(classes).filter(Files::isRegularFile).sorted()) {
            for (var file : (Iterable<Path>) files::iterator) {
                var entry = new ZipEntry(classes.relativize(file).toString());
                entry.setTime(0);
                jar.putNextEntry(entry);
                Files.copy(file, jar);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String name) throws IOException {
        try (var in = resource(name).openStream()) {
            return in.readAllBytes();
        }
    }

    private static URL resource(String name) {
        var found = AnalysisPlugin.class.getResource(FOLDER + name);
        if (found == null) {
            throw new EngineFailure("The analysis plugin is not on the class path: build the project again.");
        }
        return found;
    }
}
