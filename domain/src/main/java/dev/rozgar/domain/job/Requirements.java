package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is asked of candidates.
///
/// @param skills    at most 100, no label twice whatever its letter case
/// @param languages at most 30, likewise
public record Requirements(
        List<Skill> skills,
        List<LanguageSkill> languages,
        Experience experience,
        Optional<Education> education,
        Optional<EnglishLevel> english,
        Credentials credentials) {
    /// Everybody may apply.
    public static final Requirements NONE = new Requirements(
            List.of(), List.of(), Experience.NONE, Optional.empty(), Optional.empty(), Credentials.NONE);

    public Requirements {
        skills = List.copyOf(skills);
        languages = List.copyOf(languages);
        var faults = new Faults();
        faults.size("skills", skills.size(), 0, 100);
        faults.distinct(
                "skills",
                skills.stream().map(s -> s.label().toLowerCase(Locale.ROOT)).toList());
        faults.size("languages", languages.size(), 0, 30);
        faults.distinct(
                "languages",
                languages.stream().map(l -> l.label().toLowerCase(Locale.ROOT)).toList());
        faults.raise();
    }
}
