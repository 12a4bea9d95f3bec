package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.document.FilterSql.Reach;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.matching.JobJudge.Question;

/// A question about one row as one statement, with one row of its own if that row is shown: whether each condition
/// holds, in the words of a search; how far it is to each centre; and the values of each field, a column for each.
final class JudgeSql {
    private final DocumentSchema schema;
    private final Question question;
    private final Joins joins = new Joins("r", "j");

    private JudgeSql(DocumentSchema schema, Question question) {
        this.schema = schema;
        this.question = question;
    }

    static SqlText of(DocumentSchema schema, long id, Question question) {
        return new JudgeSql(schema, question).render(id);
    }

    private SqlText render(long id) {
        SqlText sql = new SqlText().add("select array[");
        String before = "";
        for (Filter condition : question.conditions()) {
            sql.add(before)
                    .add("(")
                    .add(FilterSql.of(schema, condition, Reach.ONE))
                    .add(") is true");
            before = ",\n ";
        }
        sql.add("]::boolean[],\n array[");
        before = "";
        for (Sort.ByDistance distance : question.distances()) {
            sql.add(before).add(PageKeys.distance(distance));
            before = ", ";
        }
        sql.add("]::double precision[]");
        for (DocumentField field : question.fields()) sql.add(",\n " + values(field));
        sql.add("\nfrom " + schema.table() + " r" + joins.text() + " where r.id = ");
        sql.bind(new Value.Whole(id), Kind.WHOLE).add(" and r." + schema.listed());
        schema.window().ifPresent(window -> {
            Value now = new Value.Moment(question.asOf());
            sql.add(" and r." + column(window.from()) + " <= ").bind(now, Kind.MOMENT);
            sql.add(" and r." + column(window.until()) + " > ").bind(now, Kind.MOMENT);
        });
        return sql;
    }

    private String column(String path) {
        return schema.require(path).leaf().column();
    }

    /// An array of texts, in the order of the document.
    private String values(DocumentField field) {
        boolean many = !field.ancestors().isEmpty() && field.ancestors().getFirst() instanceof Many;
        if (!many) {
            String column = joins.column(field);
            return field.leaf().list() ? column + "::text[]" : "array[" + text(field, column) + "]";
        }
        Many list = (Many) field.ancestors().getFirst();
        Joins rows = new Joins("l", "m");
        String value = rows.column(field, 1);
        String from =
                list.table() + " l" + rows.text() + (field.leaf().list() ? " cross join unnest(" + value + ") e" : "");
        return "(select array_agg(" + text(field, field.leaf().list() ? "e" : value) + " order by l." + list.orderBy()
                + ") from " + from + " where l." + list.foreignKey() + " = r.id)";
    }

    /// As [Kind#parse] reads it again.
    private static String text(DocumentField field, String value) {
        return field.kind() == Kind.MOMENT ? PageKeys.moment(value) : value + "::text";
    }
}
