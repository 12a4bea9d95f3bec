package dev.rozgar.application.feed;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.listing.JobFields;
import java.util.List;
import java.util.Set;

/// What is kept of a job that is not listed any more: whose it was, where, and what kind of work. A reader
/// who follows some of the jobs alone can so be told that one of them is gone.
public final class Kept {
    /// A part of the document of a job; what it holds in PostgreSQL, in the reply and as filters derives from here.
    public static final DocumentSchema JOB = JobFields.JOB.only(Set.of(
            "company.id",
            "locations.locality",
            "locations.region",
            "locations.country",
            "locations.place_id",
            "occupation.id",
            "occupation.group.id",
            "occupation.group.field.id"));

    /// By which the feed can be filtered.
    public static final List<DocumentField> FIELDS = JOB.fields();

    private Kept() {}
}
