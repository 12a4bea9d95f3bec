package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Source;
import dev.rozgar.application.document.Source.Step;
import dev.rozgar.application.document.Source.Way;
import dev.rozgar.application.document.Sources;
import dev.rozgar.application.feed.Kept;
import java.util.List;
import java.util.stream.Collectors;

/// Renders, from the declaration of a document, the SQL that makes the index owe what a change of any row brings: a
/// trigger for every table that the document is built from, and the function that knows which documents show a row.
///
/// A row that is part of one document owes that document at once. A row that many documents may show owes one row in
/// `index_fanout`, which later transactions spread over them. What is owed is noted for the feed of changes as well
/// ([ChangeNotes]).
final class DebtFunctions {
    private static final String WIDTH = "(.{1,90})(, |$)";

    private final DocumentSchema schema;
    private final Sources sources;
    private final ChangeNotes notes;

    private DebtFunctions(DocumentSchema schema) {
        this.schema = schema;
        this.sources = Sources.of(schema);
        this.notes = new ChangeNotes(schema, Kept.JOB);
    }

    static String render(DocumentSchema schema) {
        return new DebtFunctions(schema).render();
    }

    private String render() {
        String tables = sources.others().stream().map(this::table).collect(Collectors.joining("\n"));
        return beginning() + '\n' + root() + '\n' + tables + '\n' + new ShowingFunction(schema).render();
    }

    private String beginning() {
        return """
                -- Rendered from the declaration of the document "%1$s"; not edited by hand.
                --
                -- What the index owes when a row changes that a document shows: the document where the row is part of one, and a row in
                -- index_fanout where many may show it. Only changes of what documents show owe anything. The same is noted in %1$s_change
                -- for those who follow changes.

                -- Whatever an earlier version or another declaration installed, in one transaction with what takes its place.
                do $$
                declare
                    earlier regprocedure;
                begin
                    perform set_config('client_min_messages', 'warning', true);
                    for earlier in
                        select oid from pg_proc
                        where pronamespace = current_schema()::regnamespace and (starts_with(proname, '%1$s_debts_of_')
                            or proname in ('%1$s_documents_showing', '%1$s_changed', '%1$s_list_changed', 'taxonomy_changed'))
                    loop
                        execute format('drop function %%s cascade', earlier);
                    end loop;
                end $$;

                -- Of a table that was emptied nobody knows whose rows it had.
                create function %1$s_debts_of_all() returns trigger language plpgsql as $$
                begin
                    perform owe_later('%2$s', array['*']);
                    %3$s;
                    return null;
                end $$;
                """.formatted(schema.name(), schema.table(), notes.ofAll());
    }

    /// The application writes a version with every change, so it is compared early.
    private String root() {
        List<String> shown = sources.root().stream()
                .filter(column -> !column.equals(Sources.ID))
                .toList();
        return """
                -- A row that is not listed, before or after, has no document that could differ.
                create function %1$s_debts_of_%2$s() returns trigger language plpgsql as $$
                declare
                    ids    bigint[];
                    change bigint;
                begin
                    case tg_op
                        when 'INSERT' then
                            select array_agg(id order by id), count(*) into ids, change from new_rows where listed;
                        when 'DELETE' then
                            select array_agg(id order by id), -count(*) into ids, change from old_rows where listed;
                        else
                            select array_agg(id order by id) filter (where (n.%3$s or o.%3$s) and (
                                       %4$s)
                                       is distinct from (
                                       %5$s)),
                                   count(*) filter (where n.%3$s) - count(*) filter (where o.%3$s)
                            into ids, change from new_rows n full join old_rows o using (id);
                    end case;
                    if ids is not null then
                        perform owe('%1$s', ids);
                %6$s    end if;
                    if change <> 0 then
                        perform count_listed('%1$s', change);
                    end if;
                    return null;
                end $$;

                """.formatted(
                                schema.name(),
                                schema.table(),
                                schema.listed(),
                                list("n.", shown, 23),
                                list("o.", shown, 23),
                                notes.ofRoot())
                        .replace("where listed", "where " + schema.listed())
                + notes.whenEmptied()
                + trigger(schema.table(), "insert", false)
                + trigger(schema.table(), "update", false)
                + trigger(schema.table(), "delete", false);
    }

    private String table(Source source) {
        boolean parts = source.ways().stream().anyMatch(way -> !way.lists().isEmpty());
        boolean owned = source.ways().stream().allMatch(way -> way.shared().isEmpty());
        String effects = source.ways().stream()
                .map(way -> effect(source, way, parts))
                .distinct()
                .collect(Collectors.joining());
        String function = """
                create function %1$s_debts_of_%2$s() returns trigger language plpgsql as $$
                declare
                    owed %3$s[];
                begin
                %4$s    return null;
                end $$;

                """.formatted(schema.name(), source.table(), owned ? "bigint" : "text", effects);
        String triggers = parts
                ? trigger(source.table(), "insert", owned)
                        + trigger(source.table(), "update", false)
                        + trigger(source.table(), "delete", owned)
                : trigger(source.table(), "update", false);
        return function + triggers + """
                create trigger %1$s_owes_%2$s_after_truncate after truncate on %1$s
                    for each statement execute function %2$s_debts_of_all();
                """.formatted(source.table(), schema.name());
    }

    /// A row of a table that many may show is referred to by nothing when it comes or goes: foreign keys see to it.
    private String effect(Source source, Way way, boolean parts) {
        Climb climb = climb(way);
        String changed = "(\n" + difference(source, "new_rows", "old_rows") + "\n            union all\n"
                + difference(source, "old_rows", "new_rows") + ") c";
        String ids = allOwned(source) ? "owed" : "owed::bigint[]";
        String owe = """
                    if owed is not null then
                        perform %s;
                %s    end if;
                """.formatted(
                        way.shared().isEmpty()
                                ? "owe('" + schema.name() + "', " + ids + ")"
                                : "owe_later('" + way.shared().getLast().table() + "', owed)",
                        way.shared().isEmpty()
                                ? notes.ofPart(source.table(), ids)
                                : notes.ofShared(way.shared().getLast().table()));
        if (!parts) return "    " + climb.select(changed, allOwned(source)) + ";\n" + owe;
        return """
                    case tg_op
                        when 'INSERT' then
                            %s;
                        when 'DELETE' then
                            %s;
                        else
                            %s;
                    end case;
                """.formatted(
                                climb.select("new_rows c", allOwned(source)),
                                climb.select("old_rows c", allOwned(source)),
                                climb.select(changed, allOwned(source)))
                + owe;
    }

    private static boolean allOwned(Source source) {
        return source.ways().stream().allMatch(way -> way.shared().isEmpty());
    }

    private static String difference(Source source, String these, String those) {
        String columns = list("", source.columns(), 24);
        return "                (select " + columns + "\n                from " + these
                + "\n                except all\n                select " + columns + "\n                from " + those
                + ")";
    }

    /// From a changed row to what owes: the document's id, or the key of the row that many show.
    private record Climb(String column, String joins) {
        String select(String changed, boolean owned) {
            String value = column + (owned ? "" : "::text");
            return "select array_agg(distinct " + value + " order by " + value + ") into owed from " + changed + joins;
        }
    }

    private static Climb climb(Way way) {
        String key =
                way.shared().isEmpty() ? Sources.ID : way.shared().getLast().column();
        List<Step> lists = way.lists();
        if (lists.isEmpty()) return new Climb("c." + key, "");
        StringBuilder joins = new StringBuilder();
        String below = "c";
        for (int i = lists.size() - 1; i > 0; i--) {
            joins.append(join(lists.get(i), below, "p" + i));
            below = "p" + i;
        }
        Step first = lists.getFirst();
        if (key.equals(Sources.ID)) return new Climb(below + "." + first.column(), joins.toString());
        joins.append(join(first, below, "p0"));
        return new Climb("p0." + key, joins.toString());
    }

    private static String join(Step step, String below, String above) {
        return " join " + step.from() + " " + above + " on " + above + "." + step.fromColumn() + " = " + below + "."
                + step.column();
    }

    /// @param owned a function that saves a document's row as well says so, and the debt is made once
    private String trigger(String table, String event, boolean owned) {
        String rows = switch (event) {
            case "insert" -> "new table as new_rows";
            case "delete" -> "old table as old_rows";
            default -> "old table as old_rows new table as new_rows";
        };
        String when = owned
                ? "\n    when (current_setting('rozgar.saves_" + schema.name() + "', true) is distinct from 'yes')"
                : "";
        return """
                create trigger %1$s_owes_%2$s_after_%3$s after %3$s on %1$s
                    referencing %4$s for each statement%5$s
                    execute function %2$s_debts_of_%1$s();
                """.formatted(table, schema.name(), event, rows, when);
    }

    private static String list(String prefix, List<String> columns, int indent) {
        String line = columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
        return line.replaceAll(WIDTH, "$1$2\n" + " ".repeat(indent)).strip().replaceAll(" +\n", "\n");
    }
}
