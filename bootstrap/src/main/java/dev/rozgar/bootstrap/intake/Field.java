package dev.rozgar.bootstrap.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a profile may say where to find. In profiles the names are in lower case.
enum Field {
    EMPLOYER,
    EMPLOYER_WEBSITE,
    REQUISITION,
    LANGUAGE,
    TITLE,
    DESCRIPTION,
    RESPONSIBILITIES,
    QUALIFICATIONS,
    STREET,
    LOCALITY,
    REGION,
    POSTCODE,
    COUNTRY,
    LATITUDE,
    LONGITUDE,
    REMOTE,
    CATEGORIES,
    EMPLOYMENT_TYPE,
    HOURS_PER_WEEK,
    /// Two clock times; its `extract` pattern has a group for each.
    SHIFT,
    PAY_MIN,
    PAY_MAX,
    PAY_PERIOD,
    EXPERIENCE_REQUIRED,
    EXPERIENCE_MONTHS,
    EDUCATION,
    OPENINGS,
    POSTED,
    EXPIRES,
    APPLY_URL,
    /// The day the file speaks of; needed only where its dates are to be shifted.
    AS_OF,
    /// What the occupation rules look at.
    OCCUPATION;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }
}
