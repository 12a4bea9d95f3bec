package dev.rozgar.bootstrap.demo;

import dev.rozgar.bootstrap.taxonomy.Taxonomy;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.BillingContact;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyLocation;
import dev.rozgar.domain.company.CompanyMove;
import dev.rozgar.domain.company.CompanyName;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.company.EmailDomain;
import dev.rozgar.domain.company.ExternalId;
import dev.rozgar.domain.company.Gstin;
import dev.rozgar.domain.company.Logo;
import dev.rozgar.domain.company.Pan;
import dev.rozgar.domain.company.SizeBand;
import dev.rozgar.domain.company.StateCode;
import dev.rozgar.domain.company.Tax;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A company of the demo, drawn from its rank alone; the lower the rank, the more jobs it has.
///
/// @param seat where its head office is
record DemoCompany(long seed, int rank, String name, String industry, City seat) {
    /// No ordinary employer: its two jobs are hidden with it.
    static final int SUSPENDED = 0;

    /// Companies up to here hire all over the country, the others mostly at home.
    private static final int NATIONAL = 60;
    /// Companies up to here are known well enough to be verified, all of them.
    private static final int KNOWN = 20;

    static DemoCompany of(long seed, int rank) {
        var dice = new Dice(seed, "company", rank);
        var trade = dice.pick(Wording.trades());
        boolean largest = rank == 1;
        return new DemoCompany(
                seed,
                rank,
                name(dice, largest ? "Manpower" : trade.get(1)),
                largest ? "services.staffing" : trade.get(2),
                City.draw(dice));
    }

    /// Where one of its jobs is.
    City place(Dice dice) {
        return rank > NATIONAL && dice.chance(0.8) ? seat : City.draw(dice);
    }

    Optional<WebUrl> website() {
        return dice("website").chance(Shapes.EMPLOYER_URL)
                ? Optional.of(new WebUrl("https://www." + host() + "/"))
                : Optional.empty();
    }

    /// Ends in a name that is reserved for examples and leads nowhere.
    String host() {
        return Slug.of(name, "company", rank).value() + ".example";
    }

    Slug slug() {
        return Slug.of(name, "company", rank);
    }

    Company company(CompanyId id, Instant now) {
        var dice = dice("life");
        Instant since = dice.between(now.minus(Duration.ofDays(1600)), now.minus(Duration.ofDays(240)));
        var registered = accepted(Company.register(id, profile(), since));
        if (rank > KNOWN && dice.chance(0.08)) {
            return accepted(registered.move(new CompanyMove.VerifyContact(), since.plus(Duration.ofHours(2))));
        }
        var verified = accepted(registered.verify(since.plus(Duration.ofHours(dice.between(1, 90)))));
        return rank == SUSPENDED
                ? accepted(verified.suspend("Asked candidates for money.", now.minus(Duration.ofDays(2))))
                : verified;
    }

    CompanyProfile profile() {
        var dice = dice("profile");
        return new CompanyProfile(
                slug(),
                dice.chance(0.2) ? Optional.of(new ExternalId("demo-" + rank)) : Optional.empty(),
                new CompanyName(name),
                dice.chance(0.3) ? Optional.of(new CompanyName(name + " Private Limited")) : Optional.empty(),
                dice.chance(Shapes.LOGO) ? Optional.of(logo(dice)) : Optional.empty(),
                website(),
                dice.chance(0.1) ? List.of(new WebUrl("https://social.example/" + slug().value())) : List.of(),
                dice.chance(Shapes.INDUSTRY) ? Taxonomy.standard().industry(industry) : Optional.empty(),
                dice.chance(0.8) ? Optional.of(size(dice)) : Optional.empty(),
                locations(dice),
                dice.chance(0.7) ? seat.taxState().map(state -> tax(state, dice)) : Optional.empty(),
                dice.chance(0.4)
                        ? Optional.of(new BillingContact(
                                "Accounts", new EmailAddress("accounts@" + host()), Optional.empty()))
                        : Optional.empty(),
                dice.chance(0.5) ? Optional.of(new EmailDomain(host())) : Optional.empty());
    }

    private Dice dice(String topic) {
        return new Dice(seed, topic, rank);
    }

    private static String name(Dice dice, String trade) {
        var first = dice.chance(0.5) ? dice.pick(Wording.names("owner")) : dice.pick(Wording.names("quality"));
        var form = dice.pick(Wording.names("form"));
        return first + " " + trade + (form.equals("-") ? "" : " " + form);
    }

    private Logo logo(Dice dice) {
        var sha256 = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            sha256.append(String.format(Locale.ROOT, "%016x", dice.next()));
        }
        int side = dice.pick(List.of(64, 128, 256, 512));
        return new Logo(new WebUrl("https://static." + host() + "/logo.png"), sha256.toString(), side, side);
    }

    private SizeBand size(Dice dice) {
        var bands = SizeBand.values();
        int largest = rank <= NATIONAL ? bands.length : bands.length - 2;
        int least = rank <= NATIONAL ? 3 : 0;
        return bands[least + dice.below(largest - least)];
    }

    private List<CompanyLocation> locations(Dice dice) {
        var all = new ArrayList<CompanyLocation>();
        all.add(new CompanyLocation(
                "Head office", Places.address(seat, dice), Optional.of(seat.centre()), true, seat.zone()));
        int branches = rank <= NATIONAL ? dice.between(2, 8) : dice.chance(0.15) ? 1 : 0;
        for (int i = 1; i <= branches; i++) {
            var city = City.draw(dice);
            all.add(new CompanyLocation(
                    city.name() + " branch " + i,
                    Places.address(city, dice),
                    Optional.of(city.centre()),
                    false,
                    city.zone()));
        }
        return all;
    }

    /// The fourth letter of a company's PAN is C.
    private static Tax tax(String state, Dice dice) {
        var pan = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            pan.append(i == 3 ? 'C' : (char) ('A' + dice.below(26)));
        }
        pan.append(dice.between(1000, 9999)).append((char) ('A' + dice.below(26)));
        var fourteen = state + pan + "1Z";
        return new Tax(
                Optional.of(new Gstin(fourteen + Gstin.checkDigit(fourteen))),
                Optional.of(new Pan(pan.toString())),
                Optional.of(new StateCode(state)));
    }

    static <S> S accepted(Decision<S> decision) {
        return switch (decision) {
            case Decision.Accepted<S>(S next, var _) -> next;
            case Decision.Refused<S>(var reasons) ->
                throw new IllegalStateException("the demo breaks a rule of the domain: " + reasons);
        };
    }
}
