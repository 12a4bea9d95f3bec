package dev.rozgar.engines;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// The packed Elasticsearch that the build put beside our jar.
record ElasticsearchBundle(Path zip) {
    private static final String ZIP = "ROZGAR_ELASTICSEARCH_ZIP";

    /// Looks where a packaged application keeps it (beside the jar) and where the build does (beside the
    /// classes).
    static ElasticsearchBundle find() {
        var name = "elasticsearch-" + Versions.ofBuild().elasticsearch() + ".zip";
        var ours = codeSource().resolve("..").normalize();
        var named = Optional.ofNullable(System.getenv(ZIP)).map(Path::of).stream();
        return Stream.concat(
                        named,
                        Stream.of(
                                ours.resolve(name), ours.resolve("distribution").resolve(name)))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(ElasticsearchBundle::new)
                .orElseThrow(() -> new EngineFailure(name + " lies neither in " + ours
                        + " nor in its folder distribution. Build"
                        + " the project again, set " + ZIP + " to where it is, or set " + Engines.ELASTICSEARCH_URL
                        + " to a running server."));
    }

    /// Unpacked, with our analysis plugin in it; other contents get another folder.
    Path install() {
        try {
            var plugin = AnalysisPlugin.ofClassPath();
            var name = "elasticsearch-" + Versions.ofBuild().elasticsearch() + "-" + Files.size(zip) + "-"
                    + plugin.fingerprint();
            return Installation.of(name, folder -> {
                unpack(folder);
                plugin.into(folder.resolve("plugins"));
            });
        } catch (IOException e) {
            throw new EngineFailure("Cannot read " + zip + ".", e);
        }
    }

    private void unpack(Path folder) throws IOException {
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entries = archive.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var inner = entry.getName().substring(entry.getName().indexOf('/') + 1);
                var target = Archives.inside(folder, inner);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                try (var content = archive.getInputStream(entry)) {
                    Files.copy(content, target);
                }
                if (inner.startsWith("bin/")) {
                    Trees.permit(target, "rwxr-xr-x");
                }
            }
        }
    }

    private static Path codeSource() {
        try {
            return Path.of(ElasticsearchBundle.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
