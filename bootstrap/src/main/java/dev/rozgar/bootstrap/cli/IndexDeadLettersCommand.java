package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.indexing.DeadLetters.DeadLetter;
import dev.rozgar.bootstrap.Wiring;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What the index refused too often.
@Command(
        name = "dead-letters",
        description =
                "Lists jobs that the index refused too often, with what it said; `index redrive` tries them again.",
        mixinStandardHelpOptions = true)
final class IndexDeadLettersCommand implements Callable<Integer> {
    private static final JsonProvider JSON = JsonProvider.provider();

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many to list at the most (${DEFAULT-VALUE}), by their ids.")
    private int limit;

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        WrongOption.unlessWithin("--limit", limit, 1, 100_000);
        try (Wiring wiring = Wiring.open(options.read())) {
            List<DeadLetter> found = wiring.postgres().deadLetters().page(0, limit);
            long all = Math.max(
                    found.size(), wiring.postgres().indexLedger().backlog().setAside());
            PrintWriter out = spec.commandLine().getOut();
            if (json) out.println(json(found, all));
            else tell(found, all, out);
        }
        return Rozgar.OK;
    }

    private static void tell(List<DeadLetter> found, long all, PrintWriter out) {
        if (found.isEmpty()) out.println("Nothing is set aside.");
        for (DeadLetter letter : found)
            out.println("job " + letter.id() + "  refused " + letter.tries() + " times, owed since " + letter.since()
                    + ": " + letter.error());
        if (all > found.size()) out.println("and " + (all - found.size()) + " more");
    }

    private static JsonObject json(List<DeadLetter> found, long all) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        for (DeadLetter letter : found)
            items.add(JSON.createObjectBuilder()
                    .add("id", letter.id())
                    .add("error", letter.error())
                    .add("tries", letter.tries())
                    .add("since", letter.since().toString()));
        return JSON.createObjectBuilder().add("items", items).add("total", all).build();
    }
}
