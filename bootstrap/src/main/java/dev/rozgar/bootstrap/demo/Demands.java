package dev.rozgar.bootstrap.demo;

import dev.rozgar.domain.job.Credentials;
import dev.rozgar.domain.job.DocumentType;
import dev.rozgar.domain.job.Education;
import dev.rozgar.domain.job.EnglishLevel;
import dev.rozgar.domain.job.Experience;
import dev.rozgar.domain.job.LanguageSkill;
import dev.rozgar.domain.job.Requirements;
import dev.rozgar.domain.job.Skill;
import dev.rozgar.domain.job.SkillLevel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What an ad asks for.
final class Demands {
    private Demands() {}

    static Requirements of(Vacancy vacancy) {
        var dice = vacancy.dice("requirements");
        return new Requirements(
                skills(vacancy.trade(), dice),
                languages(vacancy, dice),
                experience(dice),
                education(vacancy.trade(), dice),
                english(vacancy.trade(), dice),
                credentials(vacancy.trade(), dice));
    }

    /// Three to eight where the trade has as many; the first are asked for most often, and as a must.
    private static List<Skill> skills(Trade trade, Dice dice) {
        var byFrequency = Weighted.zipf(trade.skills(), Shapes.SKILL_EXPONENT);
        var drawn = new LinkedHashSet<String>();
        int wanted = Math.min((int) Shapes.SKILLS.draw(dice), trade.skills().size());
        while (drawn.size() < wanted) {
            drawn.add(byFrequency.draw(dice));
        }
        var skills = new ArrayList<Skill>();
        for (String label : drawn) {
            boolean must = skills.size() < (wanted + 1) / 2;
            skills.add(new Skill(
                    dice.chance(0.3) ? Optional.of(concept(trade, label)) : Optional.empty(),
                    label,
                    must ? dice.between(10, 30) : dice.between(1, 5),
                    must ? SkillLevel.MUST : SkillLevel.NICE));
        }
        return skills;
    }

    private static String concept(Trade trade, String label) {
        return "skill-" + trade.occupation().value() + "-" + trade.skills().indexOf(label);
    }

    private static List<LanguageSkill> languages(Vacancy vacancy, Dice dice) {
        var all = new ArrayList<LanguageSkill>();
        if (dice.chance(0.6)) {
            all.add(LanguageSkill.of("Hindi", SkillLevel.MUST));
        }
        if (dice.chance(0.4) && !vacancy.city().languages().isEmpty()) {
            all.add(LanguageSkill.of(dice.pick(vacancy.city().languages()), SkillLevel.MUST));
        }
        if (dice.chance(0.3)) {
            all.add(LanguageSkill.of("English", SkillLevel.NICE));
        }
        return all;
    }

    private static Experience experience(Dice dice) {
        if (!dice.chance(Shapes.EXPERIENCE)) {
            return Experience.NONE;
        }
        int least = dice.pick(List.of(0, 0, 6, 12, 12, 24, 36, 60));
        boolean required = least > 0;
        Optional<Integer> most =
                dice.chance(0.5) ? Optional.of(least + dice.pick(List.of(12, 24, 60))) : Optional.empty();
        return new Experience(required, Optional.of(least), most, !required);
    }

    private static Optional<Education> education(Trade trade, Dice dice) {
        return dice.chance(Shapes.EDUCATION) ? Optional.of(trade.education()) : Optional.empty();
    }

    private static Optional<EnglishLevel> english(Trade trade, Dice dice) {
        return dice.chance(0.6) ? Optional.of(trade.english()) : Optional.empty();
    }

    private static Credentials credentials(Trade trade, Dice dice) {
        var licences = dice.chance(0.85) ? trade.licences() : trade.licences().subList(0, 0);
        var documents = EnumSet.noneOf(DocumentType.class);
        if (dice.chance(0.7)) {
            documents.add(DocumentType.AADHAAR);
        }
        if (dice.chance(0.4)) {
            documents.add(DocumentType.PAN);
            documents.add(DocumentType.BANK_ACCOUNT);
        }
        boolean driving = licences.stream().anyMatch(licence -> licence.value().matches("L?MV.*|H.*|MCWG"));
        if (driving) {
            documents.add(DocumentType.DRIVING_LICENCE);
        }
        return new Credentials(
                licences, !licences.isEmpty() && dice.chance(0.8), trade.vehicle() && dice.chance(0.6), documents);
    }
}
