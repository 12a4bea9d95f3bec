package dev.rozgar.application.document;

import java.util.List;

/// A table that a document is built from, derived from the declaration.
///
/// @param columns what documents show of a row, and what leads from it to the rows of other tables; in the order of
/// the declaration
/// @param ways how its rows hang on documents, at least one
public record Source(String table, List<String> columns, List<Way> ways) {
    public Source {
        columns = List.copyOf(columns);
        ways = List.copyOf(ways);
    }

    /// From the root of a document to a row, table by table.
    ///
    /// @param steps at least one
    public record Way(List<Step> steps) {
        public Way {
            steps = List.copyOf(steps);
        }

        /// The steps after which a row may hang on any number of documents; none where it is a part of one document.
        public List<Step> shared() {
            int last = steps.size();
            while (last > 0 && steps.get(last - 1).many()) last--;
            return steps.subList(0, last);
        }

        /// The steps after those: into lists, and into lists of their rows.
        public List<Step> lists() {
            return steps.subList(shared().size(), steps.size());
        }
    }

    /// The rows of `table` whose `column` equals `fromColumn` of a row of `from`.
    ///
    /// @param many a list, each row of which belongs to one row of `from`; else many may show a row
    public record Step(String from, String fromColumn, String table, String column, boolean many) {}
}
