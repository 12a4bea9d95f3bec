package dev.rozgar.application.document;

import dev.rozgar.application.document.Node.Group;
import dev.rozgar.application.document.Node.Leaf;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Node.One;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The words a document is declared in. A field's column has the field's name unless [Draft#from] says otherwise.
public final class Declare {
    private Declare() {}

    public static Draft whole(String name) {
        return new Draft(name, Kind.WHOLE);
    }

    public static Draft decimal(String name) {
        return new Draft(name, Kind.DECIMAL);
    }

    public static Draft flag(String name) {
        return new Draft(name, Kind.FLAG);
    }

    public static Draft keyword(String name) {
        return new Draft(name, Kind.KEYWORD);
    }

    public static Draft text(String name) {
        return new Draft(name, Kind.TEXT);
    }

    public static Draft place(String name) {
        return new Draft(name, Kind.PLACE);
    }

    public static Draft moment(String name) {
        return new Draft(name, Kind.MOMENT);
    }

    public static Draft day(String name) {
        return new Draft(name, Kind.DAY);
    }

    public static Draft time(String name) {
        return new Draft(name, Kind.TIME);
    }

    public static Draft point(String name, String latitude, String longitude) {
        return new Draft(name, Kind.POINT).from(latitude, longitude);
    }

    public static Group group(String name, Object... members) {
        return new Group(name, Optional.empty(), nodes(members));
    }

    /// A group that is null, and matches no filter, in rows where the boolean column `column` is false.
    public static Group groupWhen(String column, String name, Object... members) {
        return new Group(name, Optional.of(column), nodes(members));
    }

    /// The row of `table` whose `id` stands in `column`.
    public static One one(String name, String column, String table, Object... members) {
        return new One(name, column, table, "id", true, nodes(members));
    }

    /// The row of `table` whose `key` stands in `column`, which may be null.
    public static One maybeOne(String name, String column, String table, String key, Object... members) {
        return new One(name, column, table, key, false, nodes(members));
    }

    /// The rows of `table` that point back through `foreignKey`, in the order of their column `position`.
    public static Many many(String name, String table, String foreignKey, Object... members) {
        return new Many(name, table, foreignKey, "position", nodes(members));
    }

    /// Drafts are finished here, so that a declaration reads without a closing call per field.
    static List<Node> nodes(Object... members) {
        List<Node> nodes = new ArrayList<>();
        for (Object member : members) {
            switch (member) {
                case Draft draft -> nodes.add(draft.leaf());
                case Node node -> nodes.add(node);
                default -> throw new IllegalArgumentException("not a member of a document: " + member);
            }
        }
        return List.copyOf(nodes);
    }

    /// A field while it is being declared. Immutable: each word answers a new draft.
    public record Draft(
            String name,
            List<String> columns,
            Kind kind,
            boolean isList,
            boolean isRequired,
            Set<Use> uses,
            Optional<Weight> weight,
            List<String> codes,
            String meaning,
            Optional<String> parameter) {

        Draft(String name, Kind kind) {
            this(name, List.of(name), kind, false, false, Set.of(), Optional.empty(), List.of(), "", Optional.empty());
        }

        public Draft from(String... source) {
            return new Draft(name, List.of(source), kind, isList, isRequired, uses, weight, codes, meaning, parameter);
        }

        public Draft list() {
            return new Draft(name, columns, kind, true, true, uses, weight, codes, meaning, parameter);
        }

        public Draft required() {
            return new Draft(name, columns, kind, isList, true, uses, weight, codes, meaning, parameter);
        }

        /// Its words are looked for, and say so much of a document.
        public Draft search(Weight weight) {
            Draft draft = with(Use.SEARCH);
            return new Draft(
                    name,
                    columns,
                    kind,
                    isList,
                    isRequired,
                    draft.uses,
                    Optional.of(weight),
                    codes,
                    meaning,
                    parameter);
        }

        public Draft filter() {
            return with(Use.FILTER);
        }

        public Draft sort() {
            return with(Use.SORT);
        }

        public Draft facet() {
            return with(Use.FACET);
        }

        /// The only values there are.
        public Draft oneOf(Enum<?>... values) {
            return oneOf(Arrays.stream(values).map(Enum::name).toList());
        }

        public Draft oneOf(List<String> values) {
            return new Draft(name, columns, kind, isList, isRequired, uses, weight, values, meaning, parameter);
        }

        public Draft means(String sentence) {
            return new Draft(name, columns, kind, isList, isRequired, uses, weight, codes, sentence, parameter);
        }

        /// What callers call it as a filter and a facet, where its path says too little.
        public Draft askedAs(String parameter) {
            return new Draft(
                    name, columns, kind, isList, isRequired, uses, weight, codes, meaning, Optional.of(parameter));
        }

        Leaf leaf() {
            return new Leaf(name, columns, kind, isList, isRequired, uses, weight, codes, meaning, parameter);
        }

        private Draft with(Use use) {
            EnumSet<Use> more = uses.isEmpty() ? EnumSet.noneOf(Use.class) : EnumSet.copyOf(uses);
            more.add(use);
            return new Draft(name, columns, kind, isList, isRequired, more, weight, codes, meaning, parameter);
        }
    }
}
