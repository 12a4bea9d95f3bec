package dev.rozgar.domain.job;

import dev.rozgar.domain.InvalidValues;
import java.util.IllformedLocaleException;
import java.util.Locale;

/// A BCP 47 tag in its canonical letter case (`hi`, `en-IN`, `ur-Arab`), at most 35 characters.
public record LanguageTag(String value) {
    private static final int LONGEST = 35;

    public LanguageTag {
        value = canonical(value);
    }

    private static String canonical(String given) {
        try {
            var tag = new Locale.Builder().setLanguageTag(given).build().toLanguageTag();
            if (given.length() <= LONGEST && !tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException e) {
            // Falls through to our own words: the JDK's name positions inside the text.
        }
        throw InvalidValues.of("MALFORMED", "must be a BCP 47 language tag such as hi or en-IN");
    }
}
