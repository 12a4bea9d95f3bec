package dev.rozgar.adapters.http.posting;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.posting.JobConditions.Told;
import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.listing.JobCompanions.Expansion;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a caller wants beside the documents: `expand=company,questions` and `highlight=true`.
record PageWishes(Set<Expansion> expand, boolean highlight) {
    static final String EXPAND = "expand";
    static final String HIGHLIGHT = "highlight";

    /// @param faults told of whatever is not understood
    static PageWishes of(QueryString query, QueryFaults faults) {
        return new PageWishes(expansions(query, faults), highlight(query, faults));
    }

    static Set<Expansion> expansions(QueryString query, QueryFaults faults) {
        Set<Expansion> wanted = EnumSet.noneOf(Expansion.class);
        List<String> known =
                Arrays.stream(Expansion.values()).map(PageWishes::name).toList();
        Optional<String> names = query.first(EXPAND);
        if (names.isEmpty()) return wanted;
        for (String name : names.get().split(",", known.size() + 2)) {
            if (!known.contains(name))
                faults.add(
                        EXPAND,
                        "UNKNOWN_VALUE",
                        "must be some of " + String.join(", ", known) + Nearest.hint(name, known));
            else if (!wanted.add(Expansion.valueOf(name.toUpperCase(Locale.ROOT))))
                faults.add(EXPAND, "DUPLICATE", "names " + name + " twice");
        }
        return wanted;
    }

    private static boolean highlight(QueryString query, QueryFaults faults) {
        boolean wanted = query.flag(HIGHLIGHT, faults);
        if (wanted && query.first(JobWords.Q).isEmpty()) faults.add(HIGHLIGHT, "NOT_ALLOWED", "needs q");
        return wanted;
    }

    static String name(Expansion expansion) {
        return expansion.name().toLowerCase(Locale.ROOT);
    }

    static Told expandable() {
        return new Told(
                EXPAND,
                "What a job only points at, told besides, separated by commas: company, its company's document; questions,"
                        + " the schema of answers to its application form.",
                object("type", "string"));
    }

    static List<Told> described() {
        return List.of(
                expandable(),
                new Told(
                        HIGHLIGHT,
                        "Tell with each hit where the words of q stand: HTML with the words in em, whole titles and names,"
                                + " and fragments of running text, of which the first 10,000 characters are looked at.",
                        object("type", "boolean", "default", false)));
    }
}
