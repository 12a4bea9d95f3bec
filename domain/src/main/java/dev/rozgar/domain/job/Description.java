package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Text;
import java.util.Optional;

/// What the job is about. The limits are Google Talent Solution's.
///
/// @param text             plain, at most 100 000 characters
/// @param html             the same with simple marks
/// @param responsibilities plain, at most 10 000 characters
/// @param qualifications   plain, at most 10 000 characters
public record Description(
        String text, Optional<SafeHtml> html, Optional<String> responsibilities, Optional<String> qualifications) {
    public Description {
        var faults = new Faults();
        text = faults.keep("text", text, t -> Text.prose(t, 100_000));
        responsibilities = faults.keep("responsibilities", responsibilities, o -> o.map(t -> Text.prose(t, 10_000)));
        qualifications = faults.keep("qualifications", qualifications, o -> o.map(t -> Text.prose(t, 10_000)));
        faults.raise();
    }

    /// Text alone.
    public static Description of(String text) {
        return new Description(text, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
