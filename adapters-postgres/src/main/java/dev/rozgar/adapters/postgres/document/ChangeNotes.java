package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Source;
import dev.rozgar.application.document.Source.Step;
import dev.rozgar.application.document.Sources;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Renders what the triggers of a document's tables note in its log of changes, beside what they owe to the index.
///
/// Of a row that was listed before, the log keeps what it was found by then: whoever follows some of the rows
/// has to be told when one is not among them any more. A change that leaves that as it is keeps nothing: the
/// row is still found by it, or a later change has kept it.
///
/// What is noted was owed before, which locks the debt of the document: two who change one document at the same time
/// note it one after the other, and the second sees what the first has left.
final class ChangeNotes {
    private static final String INDENT = " ".repeat(20);

    private final DocumentSchema schema;
    private final DocumentSchema kept;
    private final String log;
    private final String row;

    /// @param kept a part of the document, of its own row, of rows that others show as well, and of lists of its own
    ChangeNotes(DocumentSchema schema, DocumentSchema kept) {
        this.schema = schema;
        this.kept = kept;
        this.log = schema.name() + "_change";
        this.row = schema.name() + "_id";
    }

    /// Of a table of which nobody knows what it held.
    String ofAll() {
        return "insert into " + log + " (source, key) values ('" + schema.table() + "', '*')";
    }

    /// Of rows that many documents may show.
    String ofShared(String table) {
        return "        insert into " + log + " (source, key) select '" + table + "', unnest(owed);\n";
    }

    /// Of the documents' own rows: a trigger for each event has looked for `ids`.
    String ofRoot() {
        return """
                        case tg_op
                            when 'INSERT' then
                                insert into %1$s (%2$s) select unnest(ids);
                            when 'DELETE' then
                                insert into %1$s (%2$s, reason, kept)
                                select r.id, 'REMOVED', %3$s
                                from old_rows r%4$s
                                where r.%5$s order by r.id;
                            else
                                insert into %1$s (%2$s, reason, kept)
                                select changed.id,
                                    case when r.%5$s and n.%5$s is not true then job_left(n.state, n.removed_at) end,
                                    case when r.%5$s then %3$s end
                                from unnest(ids) as changed (id)
                                left join old_rows r on r.id = changed.id
                                left join new_rows n on n.id = changed.id%4$s;
                        end case;
                """.formatted(log, row, was(), joins(), schema.listed());
    }

    /// The documents' own table emptied, before it is: all that is listed is gone.
    String whenEmptied() {
        return """
                create function %1$s_debts_of_emptied_%2$s() returns trigger language plpgsql as $$
                begin
                    insert into %3$s (%4$s, reason, kept)
                    select r.id, 'REMOVED', %5$s
                    from %2$s r%6$s
                    where r.%7$s order by r.id;
                    return null;
                end $$;

                create trigger %2$s_owes_%1$s_before_truncate before truncate on %2$s
                    for each statement execute function %1$s_debts_of_emptied_%2$s();
                """.formatted(schema.name(), schema.table(), log, row, was(), joins(), schema.listed());
    }

    /// Of rows that are part of one document each.
    ///
    /// @param ids of the documents, an SQL expression
    String ofPart(String table, String ids) {
        Optional<String> key = keyOfList(table);
        if (key.isEmpty()) return "        insert into " + log + " (" + row + ") select unnest(" + ids + ");\n";
        String now = "select * from " + table + " where " + key.get() + " = any (" + ids + ")";
        String without = "(" + now + " except all select * from new_rows)";
        return """
                        case tg_op
                            when 'INSERT' then
                %s            when 'DELETE' then
                %s            else
                %s        end case;
                """.formatted(
                        asItWas(table, without, ids),
                        asItWas(table, now + " union all select * from old_rows", ids),
                        asItWas(table, without + " union all select * from old_rows", ids));
    }

    /// In this statement the name of the table means what it held before.
    private String asItWas(String table, String rows, String ids) {
        return """
                                with %1$s as (
                                    %2$s)
                                insert into %3$s (%4$s, kept)
                                select r.id, case when r.%5$s then %6$s end
                                from unnest(%7$s) as changed (id) join %8$s r using (id)%9$s;
                """.formatted(table, rows, log, row, schema.listed(), was(), ids, schema.table(), joins());
    }

    private String was() {
        return DocumentFunction.Part.of(kept, INDENT).expression() + "::json";
    }

    private String joins() {
        return DocumentFunction.Part.of(kept, INDENT).joins().stream()
                .map(join -> "\n" + INDENT + join)
                .collect(Collectors.joining());
    }

    /// Empty where nothing is kept of this list.
    private Optional<String> keyOfList(String table) {
        List<Step> steps = Sources.of(kept).others().stream()
                .filter(source -> source.table().equals(table))
                .map(Source::ways)
                .flatMap(List::stream)
                .flatMap(way -> way.lists().stream())
                .toList();
        if (steps.size() > 1) throw new IllegalArgumentException("kept of a list in a list: " + table);
        return steps.stream().findFirst().map(Step::column);
    }
}
