package dev.rozgar.application.listing;

import dev.rozgar.application.document.DocumentField;
import java.util.List;

/// What listed jobs are called and where they are, for whoever is typing. As it was some minutes ago.
/// Throws [dev.rozgar.application.PortFailure] when its engine does not answer.
public interface Suggestions {
    /// Those of which a word begins with the last word typed and in which the words before stand, the
    /// commonest first; behind a space another word is meant to begin.
    ///
    /// @param most how many at the most
    List<Candidate> look(String typed, int most);

    /// @param value what a filter on the kind's field asks for
    /// @param text what people read
    record Candidate(Kind kind, String value, String text) {}

    /// What a suggestion stands for.
    enum Kind {
        OCCUPATION("occupation", "occupation.id"),
        SKILL("skill", "skills.label"),
        TITLE("title", "title"),
        COMPANY("company", "company.id"),
        LOCALITY("place", "locations.places"),
        REGION("place", "locations.places");

        private final String type;
        private final DocumentField field;

        Kind(String type, String path) {
            this.type = type;
            this.field = JobFields.JOB.require(path);
        }

        /// As callers know it.
        public String type() {
            return type;
        }

        /// That a filter is on once the suggestion is chosen.
        public DocumentField field() {
            return field;
        }

        /// Whether its values are ids.
        public boolean hasId() {
            return this == OCCUPATION || this == COMPANY;
        }
    }
}
