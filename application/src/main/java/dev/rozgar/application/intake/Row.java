package dev.rozgar.application.intake;

import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.RequisitionId;
import java.time.Instant;

/// One row of a file, read as far as it can be read without the store.
public sealed interface Row {
    /// Where the row begins in its file, from 1.
    long line();

    /// What the row calls itself, for people who look for it; may be empty.
    String key();

    /// How many characters its long texts have, for those who must not hold too many of them at a time.
    int weight();

    /// A row that says a posting.
    ///
    /// @param employer what to register where no company has this slug; a company that exists is left as it is
    /// @param content  with a requisition id, by which the posting is known again, and with an expiry
    /// @param postedAt when its source published it
    record Posting(long line, String key, CompanyProfile employer, JobContent content, Instant postedAt)
            implements Row {
        public Posting {
            if (content.requisitionId().isEmpty()
                    || content.window().expiresAt().isEmpty()) {
                throw new IllegalArgumentException("an imported posting needs a requisition id and an expiry");
            }
        }

        @Override
        public int weight() {
            var description = content.description();
            return description.text().length()
                    + description.html().map(html -> html.value().length()).orElse(0);
        }

        RequisitionId requisition() {
            return content.requisitionId().orElseThrow();
        }

        Instant expiresAt() {
            return content.window().expiresAt().orElseThrow();
        }

        Rejected because(String reason) {
            return new Rejected(line, key, reason);
        }
    }

    /// A row that is not imported.
    ///
    /// @param reason for the people who keep the file: what to mend in it
    record Rejected(long line, String key, String reason) implements Row {
        @Override
        public int weight() {
            return 0;
        }
    }
}
