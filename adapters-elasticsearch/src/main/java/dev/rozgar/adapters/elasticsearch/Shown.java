package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.DocumentSchema.Window;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Value;
import java.time.Instant;
import java.util.Optional;

/// Whether a stored document may be shown at a moment: what a search asks the index, asked of the document's own bytes.
final class Shown {
    private Shown() {}

    static boolean at(Instant now, DocumentSchema schema, JsonScanner document) {
        String from = schema.window().map(Window::from).orElse("");
        String until = schema.window().map(Window::until).orElse("");
        boolean begun = from.isEmpty();
        boolean over = !until.isEmpty();
        document.enter('{');
        while (document.member()) {
            if (document.is(JobMapping.REMOVED)) return false;
            if (document.is(from))
                begun = moment(document).map(moment -> !moment.isAfter(now)).orElse(false);
            else if (document.is(until))
                over = moment(document).map(moment -> !moment.isAfter(now)).orElse(true);
            else document.skip();
        }
        return begun && !over;
    }

    private static Optional<Instant> moment(JsonScanner document) {
        String raw = document.raw();
        Optional<Value> value =
                raw.startsWith("\"") ? Kind.MOMENT.parse(raw.substring(1, raw.length() - 1)) : Optional.empty();
        return value.map(moment -> ((Value.Moment) moment).instant());
    }
}
