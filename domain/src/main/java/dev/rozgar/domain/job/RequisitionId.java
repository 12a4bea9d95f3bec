package dev.rozgar.domain.job;

import dev.rozgar.domain.Text;

/// The employer's own number for the job: one line of at most 255 characters, unique per company and language.
public record RequisitionId(String value) {
    public RequisitionId {
        value = Text.line(value, 255);
    }
}
