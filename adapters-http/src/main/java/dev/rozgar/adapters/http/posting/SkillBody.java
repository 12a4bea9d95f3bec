package dev.rozgar.adapters.http.posting;

import dev.rozgar.domain.job.LanguageSkill;
import dev.rozgar.domain.job.Skill;
import dev.rozgar.domain.job.SkillLevel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something a candidate can do or a language a candidate speaks.
///
/// @param level  a must where nothing is said
/// @param weight the level's usual one where nothing is said
public record SkillBody(
        @Nullable String conceptId,
        String label,
        @Nullable SkillLevel level,
        @Nullable Integer weight) {
    Skill toSkill() {
        return new Skill(Optional.ofNullable(conceptId), label, weightOrUsual(), levelOrMust());
    }

    LanguageSkill toLanguage() {
        return new LanguageSkill(Optional.ofNullable(conceptId), label, weightOrUsual(), levelOrMust());
    }

    private SkillLevel levelOrMust() {
        return level == null ? SkillLevel.MUST : level;
    }

    private int weightOrUsual() {
        return weight == null ? levelOrMust().usualWeight() : weight;
    }
}
