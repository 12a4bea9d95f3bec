package dev.rozgar.bootstrap.demo;

import dev.rozgar.domain.job.Benefit;
import dev.rozgar.domain.job.Classification;
import dev.rozgar.domain.job.Description;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.LanguageTag;
import dev.rozgar.domain.job.Openings;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PostingWindow;
import dev.rozgar.domain.job.Requirements;
import dev.rozgar.domain.job.Title;
import dev.rozgar.domain.job.WorkTime;
import dev.rozgar.domain.job.Workplace;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What makes an ordinary job awkward.
@FunctionalInterface
interface Alteration {
    /// The same job with something odd in it.
    JobContent of(JobContent ordinary, Instant now);

    /// Nothing in the content.
    Alteration NONE = (ordinary, _) -> ordinary;

    Alteration NO_PAY = part(new NoPay());

    Alteration EVERY_BENEFIT = part(new Perks(EnumSet.allOf(Benefit.class)));

    /// Takes the place of the pay.
    record NoPay() {}

    /// The benefits; a set alone would not say what it holds.
    record Perks(Set<Benefit> benefits) {}

    static Alteration part(Object part) {
        return (ordinary, _) -> with(ordinary, part);
    }

    static Alteration title(String title) {
        return part(new Title(title));
    }

    static Alteration text(String text) {
        return part(Description.of(text));
    }

    static Alteration expiry(UnaryOperator<Instant> end) {
        return (ordinary, now) -> with(ordinary, PostingWindow.until(end.apply(now)));
    }

    /// The content with one part replaced; which one, its type says.
    private static JobContent with(JobContent c, Object part) {
        return new JobContent(
                c.requisitionId(),
                part instanceof LanguageTag language ? language : c.language(),
                part instanceof Title title ? title : c.title(),
                part instanceof Description description ? description : c.description(),
                part instanceof Workplace workplace ? workplace : c.workplace(),
                part instanceof Classification classification ? classification : c.classification(),
                part instanceof WorkTime workTime ? workTime : c.workTime(),
                part instanceof Pay pay ? Optional.of(pay) : part instanceof NoPay ? Optional.empty() : c.pay(),
                part instanceof Requirements requirements ? requirements : c.requirements(),
                part instanceof Perks(Set<Benefit> benefits) ? benefits : c.benefits(),
                part instanceof Openings openings ? openings : c.openings(),
                c.contact(),
                part instanceof PostingWindow window ? window : c.window(),
                c.apply(),
                c.origin());
    }
}
