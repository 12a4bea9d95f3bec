package dev.rozgar.bootstrap.doctor;

import dev.rozgar.bootstrap.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks at everything the program needs; works with nothing running.
public final class Doctor {
    private final Settings settings;
    private final Path dir;

    /// @param dir where the demo keeps its data
    public Doctor(Settings settings, Path dir) {
        this.settings = settings;
        this.dir = dir;
    }

    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>(
                MachineChecks.run(settings.server().host(), settings.server().port(), dir));
        findings.addAll(PostgresChecks.run(settings));
        if (settings.writePolicy().keepsIndex()) findings.addAll(ElasticsearchChecks.run(settings));
        else findings.add(Finding.ok("Elasticsearch", "not used: write_policy is sql_only"));
        return findings;
    }
}
