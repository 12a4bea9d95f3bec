package dev.rozgar.application.listing;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.Sought;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.job.JobId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What goes with the documents of a page and does not stand in them, whichever read model they came from. Both
/// questions cost one round trip, and answer for each of the jobs in the order in which they are given.
/// Throws [dev.rozgar.application.PortFailure] when its engine does not answer.
public interface JobCompanions {
    /// What a document only points at.
    enum Expansion {
        /// Its company's document.
        COMPANY,
        /// What it asks of its applicants.
        QUESTIONS
    }

    /// @param company if it was wanted and is shown
    /// @param questions if they were wanted
    record Companion(Optional<Document> company, Optional<ApplicationForm> questions) {}

    List<Companion> of(List<JobId> jobs, Set<Expansion> wanted);

    /// The searched texts of a job in which something stands of what was sought: a JSON object of their
    /// paths, each text in HTML with the words in `<em>`; of running text at most two fragments of at most
    /// 160 characters. Empty where nothing is found.
    List<Optional<String>> highlights(List<JobId> jobs, Sought sought);
}
