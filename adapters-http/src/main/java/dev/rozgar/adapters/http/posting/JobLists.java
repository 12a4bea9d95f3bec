package dev.rozgar.adapters.http.posting;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.posting.JobConditions.Told;
import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.QueryParser.Wanted;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.words.Understand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What lists of jobs take beside the conditions of [JobConditions]: `collapse=company` shows of each company
/// only the first job in the list's order, `relax=true` lets a list that finds nothing give something up
/// ([RelaxedList]), and [PageWishes].
public final class JobLists {
    private static final String COLLAPSE = "collapse";
    private static final String COMPANY = "company";
    private static final String RELAX = "relax";
    private static final DocumentField COMPANY_ID = JobFields.JOB.require("company.id");

    private JobLists() {}

    /// @param understand asked about the words of a query
    static QueryParser.Conditions conditions(Understand understand) {
        QueryParser.Conditions all = JobConditions.of(understand);
        Set<String> names = new TreeSet<>(all.names());
        names.add(COLLAPSE);
        names.add(RELAX);
        return new QueryParser.Conditions(names, all.orders(), (query, faults, now) -> {
            Wanted wanted = all.reading().of(query, faults, now);
            Optional<DocumentField> one = isCollapsed(query, faults) ? Optional.of(COMPANY_ID) : Optional.empty();
            return wanted.shaped(one, isRelaxing(query, faults));
        });
    }

    private static boolean isCollapsed(QueryString query, QueryFaults faults) {
        Optional<String> by = query.first(COLLAPSE);
        if (by.isPresent() && !by.get().equals(COMPANY))
            faults.add(COLLAPSE, "UNKNOWN_VALUE", "must be " + COMPANY + Nearest.hint(by.get(), List.of(COMPANY)));
        return by.isPresent();
    }

    private static boolean isRelaxing(QueryString query, QueryFaults faults) {
        String given = query.first(RELAX).orElse("false");
        if (!List.of("true", "false").contains(given)) faults.add(RELAX, "MALFORMED", "must be true or false");
        return given.equals("true");
    }

    public static List<Told> described() {
        List<Told> all = new ArrayList<>(PageWishes.described());
        all.add(new Told(
                RELAX,
                "Whether a list that finds nothing is answered by the first of its relaxations instead.",
                object("type", "boolean", "default", false)));
        all.add(new Told(
                COLLAPSE,
                "company: of each company only the first job in the list's order. total then counts companies, up to"
                        + " 10,000 whatever count says, and the cursor goes as far as that.",
                object("type", "string", "enum", List.of(COMPANY))));
        return all;
    }

    /// What a single job takes.
    public static List<Told> describedOfOne() {
        return List.of(PageWishes.expandable());
    }
}
