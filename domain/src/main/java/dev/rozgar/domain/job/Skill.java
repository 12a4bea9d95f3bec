package dev.rozgar.domain.job;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Text;
import java.util.Optional;

/// Something a candidate can do.
///
/// @param conceptId its entry in a taxonomy, at most 100 characters
/// @param label     one line of at most 100 characters
/// @param weight    within the range of its level
public record Skill(Optional<String> conceptId, String label, int weight, SkillLevel level) {
    public Skill {
        var faults = new Faults();
        conceptId = faults.keep("concept_id", conceptId, o -> o.map(c -> Text.line(c, 100)));
        label = faults.keep("label", label, l -> Text.line(l, 100));
        faults.unless(level.holds(weight), "weight", "CONTRADICTION", level.range());
        faults.raise();
    }

    /// By its label alone, with the level's usual weight.
    public static Skill of(String label, SkillLevel level) {
        return new Skill(Optional.empty(), label, level.usualWeight(), level);
    }
}
