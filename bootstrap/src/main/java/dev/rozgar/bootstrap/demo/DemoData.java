package dev.rozgar.bootstrap.demo;

import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Employer;
import dev.rozgar.domain.job.ApplyChannel;
import dev.rozgar.domain.job.CallWindow;
import dev.rozgar.domain.job.Category;
import dev.rozgar.domain.job.Classification;
import dev.rozgar.domain.job.Contact;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobSource;
import dev.rozgar.domain.job.Openings;
import dev.rozgar.domain.job.Origin;
import dev.rozgar.domain.job.PostingWindow;
import dev.rozgar.domain.job.RequisitionId;
import dev.rozgar.domain.job.Workplace;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The demo's companies and jobs. Each is made from the plan and its own number alone, so any of them can be had
/// without the others, nothing is kept, and memory does not grow with the plan.
public final class DemoData {
    private static final double[] EMPLOYERS = Weighted.zipf(Shapes.EMPLOYERS, Shapes.EMPLOYER_EXPONENT);
    private static final Origin PLAIN = new Origin(new JobSource("demo"), 0);

    private final DemoPlan plan;
    private final BitSet ranks = new BitSet(Shapes.EMPLOYERS + 1);

    public DemoData(DemoPlan plan) {
        this.plan = plan;
        IntStream.range(0, plan.jobs()).forEach(which -> ranks.set(employerOf(which)));
    }

    public DemoPlan plan() {
        return plan;
    }

    /// The numbers of the companies that have jobs, rising: those with most jobs first.
    public IntStream companies() {
        return ranks.stream();
    }

    public int companyCount() {
        return ranks.cardinality();
    }

    /// The company of that number, of version 0.
    public Company company(int number, CompanyId id) {
        return DemoCompany.of(plan.seed(), number).company(id, plan.now());
    }

    /// The slug of the company of that number.
    public String slug(int number) {
        return DemoCompany.of(plan.seed(), number).slug().value();
    }

    /// The number of the company that the job of this number (from 0) belongs to.
    public int employerOf(int which) {
        var awkward = AwkwardCase.at(which);
        if (awkward.isPresent() && awkward.get().kind() == AwkwardCase.SUSPENDED_EMPLOYER) {
            return DemoCompany.SUSPENDED;
        }
        return 1 + Weighted.place(EMPLOYERS, new Dice(plan.seed(), "employer", original(which)));
    }

    /// What a job of this number is called by its employer; every job of the demo has such a number.
    public RequisitionId requisition(int which) {
        return AwkwardCase.at(which)
                .map(place -> place.kind().requisition(place.copy()))
                .orElseGet(() -> new RequisitionId("D" + which));
    }

    /// The job of that number, of version 0.
    ///
    /// @param employer the id of the company that [#employerOf] names
    public Job job(int which, JobId id, CompanyId employer) {
        var dice = new Dice(plan.seed(), "life", which);
        var awkward = AwkwardCase.at(which);
        var life = awkward.map(place -> place.kind().life()).orElseGet(() -> Life.draw(dice));
        var ordinary = life.term(dice, plan.now());
        var term = awkward.map(place -> place.kind().term(ordinary, plan.now())).orElse(ordinary);
        var content = content(which, term.window(dice, plan.now()));
        var odd = awkward.map(place -> place.kind().alteration().of(content, plan.now()))
                .orElse(content);
        // As it was when the job was posted.
        var standing = new Employer(employer, new CompanyState.Verified(term.created()));
        return life.lead(id, standing, odd, term);
    }

    private JobContent content(int which, PostingWindow window) {
        int original = original(which);
        var employer = DemoCompany.of(plan.seed(), employerOf(which));
        var vacancy = Vacancy.of(plan.seed(), original, employer);
        var dice = vacancy.dice("rest");
        return new JobContent(
                Optional.of(requisition(which)),
                vacancy.tongue().tag(),
                Texts.title(vacancy),
                Texts.description(vacancy),
                new Workplace(
                        Places.of(vacancy.city(), dice),
                        vacancy.trade().remote(),
                        dice.chance(0.1) ? List.of(vacancy.city().region()) : List.of()),
                new Classification(Optional.of(vacancy.trade().occupation()), categories(vacancy, dice)),
                Terms.workTime(vacancy),
                Terms.pay(vacancy),
                Demands.of(vacancy),
                Terms.benefits(vacancy),
                new Openings((int) Shapes.OPENINGS.draw(dice), 0),
                dice.chance(0.7) ? Optional.of(contact(dice)) : Optional.empty(),
                window,
                apply(employer, dice),
                dice.chance(0.1) ? new Origin(PLAIN.source(), dice.between(1, 100)) : PLAIN);
    }

    /// The job whose content this one has: itself, or the one that it posts again.
    private int original(int which) {
        var awkward = AwkwardCase.at(which);
        if (awkward.isPresent()) {
            var place = awkward.get();
            return place.kind().isRepeated() ? which - place.copy() + 1 : which;
        }
        var dice = new Dice(plan.seed(), "repost", which);
        int ordinary = which - AwkwardCase.total();
        return ordinary > 0 && dice.chance(Shapes.REPOST) ? original(which - dice.between(1, ordinary)) : which;
    }

    private static List<Category> categories(Vacancy vacancy, Dice dice) {
        var own = new Category(vacancy.trade().label());
        return dice.chance(0.2)
                ? List.of(own, new Category(dice.pick(List.of("Urgent hiring", "Walk-in", "Bulk hiring"))))
                : List.of(own);
    }

    /// No telephone answers to these numbers: no Indian number begins with a zero.
    private static Contact contact(Dice dice) {
        return new Contact(
                dice.pick(Wording.names("given")) + " " + dice.pick(Wording.names("owner")),
                new PhoneNumber("+910000" + dice.between(100_000, 999_999)),
                dice.chance(0.6),
                dice.chance(0.5)
                        ? Optional.of(new CallWindow(LocalTime.of(10, 0), LocalTime.of(18, 30)))
                        : Optional.empty());
    }

    private static ApplyChannel apply(DemoCompany employer, Dice dice) {
        boolean direct = dice.chance(0.8);
        Optional<WebUrl> url = employer.website().map(site -> new WebUrl(site.value() + "jobs"));
        Optional<EmailAddress> email = dice.chance(0.15) || (!direct && url.isEmpty())
                ? Optional.of(new EmailAddress("jobs@" + employer.host()))
                : Optional.empty();
        return new ApplyChannel(direct, url, email);
    }
}
