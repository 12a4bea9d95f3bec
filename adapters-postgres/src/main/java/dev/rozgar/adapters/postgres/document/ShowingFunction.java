package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Source.Step;
import dev.rozgar.application.document.Source.Way;
import dev.rozgar.application.document.Sources;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Renders the function that knows which documents show a row, from the ways of their declaration.
final class ShowingFunction {
    private final DocumentSchema schema;
    private final Sources sources;

    ShowingFunction(DocumentSchema schema) {
        this.schema = schema;
        this.sources = Sources.of(schema);
    }

    String render() {
        String branches = sources.shared().entrySet().stream().map(this::branch).collect(Collectors.joining());
        return """
                -- The documents that show a row, in the order of their ids; all of them where the source is "%1$s". Planned for each
                -- key: a few documents may show one row, and half of them another.
                create function %2$s_documents_showing(source text, source_key text, above bigint, most bigint) returns setof bigint
                language plpgsql stable set plan_cache_mode = force_custom_plan as $$
                #variable_conflict use_variable
                begin
                    case source
                        when '%1$s' then
                            return query
                                select r.id from %1$s r where r.id > above and r.%3$s order by r.id limit most;
                %4$s        else
                            -- Of an earlier declaration: no document shows it any more.
                            return;
                    end case;
                end $$;
                """.formatted(schema.table(), schema.name(), schema.listed(), branches);
    }

    private String branch(Map.Entry<String, Sources.Key> shared) {
        List<String> ways =
                sources.waysTo(shared.getKey()).stream().map(this::documents).toList();
        String query = ways.size() == 1
                ? ways.getFirst()
                : "select d.id from ((" + String.join(")\n                    union (", ways)
                        + ")) d order by d.id limit most";
        return """
                        when '%1$s' then
                            declare
                                k %1$s.%2$s%%type := source_key;
                            begin
                                return query
                                    %3$s;
                            end;
                """.formatted(shared.getKey(), shared.getValue().column(), query);
    }

    private String documents(Way way) {
        List<Step> between = way.steps().subList(0, way.steps().size() - 1);
        boolean repeated = between.stream().anyMatch(Step::many);
        String joins = IntStream.range(0, between.size())
                .mapToObj(i -> "\n                    join " + between.get(i).table() + " t" + (i + 1) + " on t"
                        + (i + 1) + "." + between.get(i).column() + " = " + alias(i) + "."
                        + between.get(i).fromColumn())
                .collect(Collectors.joining());
        return "select " + (repeated ? "distinct " : "") + "r.id from " + schema.table() + " r" + joins
                + "\n                    where " + alias(between.size()) + "."
                + way.steps().getLast().fromColumn() + " = k and r.id > above and r." + schema.listed()
                + " order by r.id limit most";
    }

    private static String alias(int i) {
        return i == 0 ? "r" : "t" + i;
    }
}
