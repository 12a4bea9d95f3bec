package dev.rozgar.adapters.http.posting;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.posting.JobConditions.Told;
import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.QueryParser.Wanted;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.PageShape;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.words.Understand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What lists of jobs take beside the conditions of [JobConditions]: `collapse=company` shows of each company
/// only the first job in the list's order, or the first `collapse_size`, `relax=true` lets a list that finds
/// nothing give something up ([RelaxedList]), and [PageWishes].
public final class JobLists {
    private static final String COLLAPSE = "collapse";
    static final String SIZE = "collapse_size";
    private static final String COMPANY = "company";
    private static final String RELAX = "relax";
    private static final DocumentField COMPANY_ID = JobFields.JOB.require("company.id");

    /// Names of what is no filter.
    static final Set<String> NO_FILTERS =
            Stream.concat(JobWords.NAMES.stream(), Stream.of(COLLAPSE, RELAX)).collect(Collectors.toUnmodifiableSet());

    private JobLists() {}

    /// @param understand asked about the words of a query
    static QueryParser.Conditions conditions(Understand understand) {
        QueryParser.Conditions all = JobConditions.of(understand);
        Set<String> names = new TreeSet<>(all.names());
        names.addAll(List.of(COLLAPSE, SIZE));
        names.add(RELAX);
        return new QueryParser.Conditions(names, all.orders(), (query, faults, now) -> {
            Wanted wanted = all.reading().of(query, faults, now);
            return wanted.shaped(shape(query, faults), query.flag(RELAX, faults));
        });
    }

    /// What a list takes that has words and an order of its own.
    static QueryParser.Conditions inOwnOrder() {
        QueryParser.Conditions all = JobConditions.besideWords();
        Set<String> names = new TreeSet<>(all.names());
        names.add(COLLAPSE);
        return new QueryParser.Conditions(names, all.orders(), (query, faults, now) -> {
            Wanted wanted = all.reading().of(query, faults, now);
            PageShape shape = collapses(query, faults) ? PageShape.WHOLE.some(COMPANY_ID, 1) : PageShape.WHOLE;
            return wanted.shaped(shape, false);
        });
    }

    private static PageShape shape(QueryString query, QueryFaults faults) {
        boolean collapses = collapses(query, faults);
        if (!collapses && query.first(SIZE).isPresent()) faults.add(SIZE, "NOT_ALLOWED", "needs collapse=" + COMPANY);
        int each = query.whole(SIZE, 1, PageShape.MOST_EACH, faults).orElse(1);
        return collapses ? PageShape.WHOLE.some(COMPANY_ID, each) : PageShape.WHOLE;
    }

    private static boolean collapses(QueryString query, QueryFaults faults) {
        Optional<String> by = query.first(COLLAPSE);
        if (by.isPresent() && !by.get().equals(COMPANY))
            faults.add(COLLAPSE, "UNKNOWN_VALUE", "must be " + COMPANY + Nearest.hint(by.get(), List.of(COMPANY)));
        return by.isPresent();
    }

    public static List<Told> described() {
        List<Told> all = new ArrayList<>(PageWishes.described());
        all.add(new Told(
                RELAX,
                "Whether a list that finds nothing is answered by the first of its relaxations instead.",
                object("type", "boolean", "default", false)));
        all.add(collapsing());
        all.add(new Told(
                SIZE,
                "Beside collapse: so many jobs of each company, its first ones in the list's order. They stand together,"
                        + " where the first of them stands; limit, total and cursor count companies, so that a page has up"
                        + " to limit times as many jobs.",
                object("type", "integer", "minimum", 1, "maximum", PageShape.MOST_EACH, "default", 1)));
        return all;
    }

    private static Told collapsing() {
        return new Told(
                COLLAPSE,
                "company: of each company only the first job in the list's order. total then counts companies, up to"
                        + " 10,000 whatever count says, and the cursor goes as far as that.",
                object("type", "string", "enum", List.of(COMPANY)));
    }

    /// What [#inOwnOrder] takes.
    static List<Told> describedInOwnOrder() {
        Set<String> others = JobConditions.besideWords().names();
        return Stream.concat(
                        Stream.of(collapsing()),
                        JobConditions.described().stream().filter(told -> others.contains(told.name())))
                .toList();
    }

    /// What a single job takes.
    public static List<Told> describedOfOne() {
        return List.of(PageWishes.expandable());
    }
}
