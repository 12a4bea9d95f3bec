package dev.rozgar.bootstrap.prove.report;

import static dev.rozgar.bootstrap.prove.report.LineChart.escaped;

import dev.rozgar.bootstrap.prove.report.Outcome.Verdict;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.bind.config.PropertyOrderStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// All proofs of one run, and what they ran on.
///
/// @param machine processor, memory, system and Java, in words
/// @param loadBefore of the machine, over the minute before
public record Report(String startedAt, String machine, double loadBefore, double loadAfter, List<Outcome> proofs) {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1f2933; --pale: #52606d; --ground: #fff; --line: #2f6fb0; --band: #d9480f33 }
            @media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --pale: #9aa5b1; --ground: #12181f; --line: #6cb2f7 } }
            body { font: 15px/1.5 Helvetica, Arial, sans-serif; color: var(--ink); background: var(--ground); margin: 2rem auto; max-width: 920px; padding: 0 1rem }
            table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top }
            .KEPT { color: #2b8a3e } .BROKEN, .FAILED { color: #e03131 } .VOID { color: #e8590c }
            svg { width: 100%; height: auto; font-size: 11px } svg text { fill: var(--pale) } .title { font-size: 13px }
            .line { fill: none; stroke: var(--line); stroke-width: 1.5 } .axis { fill: none; stroke: var(--pale) } .band { fill: var(--band) }
            """;

    /// Whether nothing was broken, void or broken off.
    public boolean isKept() {
        return proofs.stream().allMatch(proof -> proof.verdict() == Verdict.KEPT);
    }

    /// Whether a promise was seen to be broken, rather than a proof that could not be carried through.
    public boolean isBroken() {
        return proofs.stream().anyMatch(proof -> proof.verdict() == Verdict.BROKEN);
    }

    /// Writes `proofs.json` and `proofs.html`, which needs no other file.
    ///
    /// @return the files
    public List<Path> write(Path directory) throws IOException {
        Files.createDirectories(directory);
        return List.of(
                Files.writeString(directory.resolve("proofs.json"), json()),
                Files.writeString(directory.resolve("proofs.html"), html()));
    }

    private String json() {
        var config = new JsonbConfig()
                .withFormatting(true)
                .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
                .withPropertyOrderStrategy(PropertyOrderStrategy.ANY);
        try (var jsonb = JsonbBuilder.create(config)) {
            return jsonb.toJson(this) + "\n";
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception closing) {
            throw new IllegalStateException(closing);
        }
    }

    String html() {
        var page = new StringBuilder();
        page.append(
                        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Proofs of Rozgar</title>\n<style>")
                .append(STYLE)
                .append("</style>\n<h1>Proofs</h1>\n");
        page.append(String.format(
                Locale.ROOT,
                "<p>%s, %s; load %.1f before, %.1f after.</p>%n",
                escaped(startedAt),
                escaped(machine),
                loadBefore,
                loadAfter));
        page.append("<table>\n");
        proofs.forEach(proof -> page.append(row(
                "<a href=\"#%s\">%s</a>".formatted(proof.id(), proof.id()),
                escaped(proof.promise()),
                "<b class=\"%s\">%s</b>".formatted(proof.verdict(), proof.verdict()))));
        page.append("</table>\n");
        proofs.forEach(proof -> page.append(section(proof)));
        return page.append("</html>\n").toString();
    }

    private static String section(Outcome proof) {
        var part = new StringBuilder();
        part.append(String.format(
                Locale.ROOT,
                "<h2 id=\"%s\">%s <span class=\"%s\">%s</span></h2>%n<p>%s. Seed %d, %.0f s%s.</p>%n<table>%n",
                proof.id(),
                proof.id(),
                proof.verdict(),
                proof.verdict(),
                escaped(proof.promise()),
                proof.seed(),
                proof.seconds(),
                proof.brief() ? ", brief" : ""));
        proof.faults().forEach(fault -> part.append(row("observed", escaped(fault.fault()), fault.times() + " times")));
        proof.figures().forEach(figure -> part.append(row("figure", escaped(figure.name()), figure.toString())));
        proof.claims()
                .forEach(claim -> part.append(row(
                        claim.kept() ? "<b class=\"KEPT\">kept</b>" : "<b class=\"BROKEN\">broken</b>",
                        escaped(claim.what()),
                        escaped(claim.seen()))));
        proof.notes().forEach(note -> part.append(row("note", escaped(note), "")));
        part.append("</table>\n");
        proof.series().forEach(line -> part.append(new LineChart(line, proof.bands(), proof.seconds()).svg()));
        return part.toString();
    }

    private static String row(String... cells) {
        return "<tr><td>" + String.join("</td><td>", cells) + "</td></tr>\n";
    }
}
