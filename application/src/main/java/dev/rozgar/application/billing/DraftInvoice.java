package dev.rozgar.application.billing;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.BillingDesk.Charge;
import dev.rozgar.application.change.BoardDay;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Standpoint;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Decision.Accepted;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.billing.BillingSnapshot;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceLine;
import dev.rozgar.domain.billing.InvoiceTerms;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts what a company has used until the end of a month, and what stands on no invoice yet, on a draft: one line for
/// each kind and job.
public final class DraftInvoice {
    private static final int MOST_LINES = 5000;

    private final Transactions transactions;
    private final Clock clock;
    private final PriceList prices;

    public DraftInvoice(Transactions transactions, Clock clock, PriceList prices) {
        this.transactions = transactions;
        this.clock = clock;
        this.prices = prices;
    }

    public record Command(CompanyId company, YearMonth period) {}

    /// Refused with `NOTHING_TO_BILL`.
    public Answer<Changed<Invoice>> handle(Identity who, Command command, Terms<Changed<Invoice>> terms) {
        var now = clock.instant();
        return transactions.run(
                terms,
                space -> Approach.of(who, Right.INVOICE_DRAFT)
                        .to(
                                () -> find(space, command.company()),
                                () -> space.companies().isRemoved(command.company()),
                                stand -> drafted(space, who, new Order(stand.thing(), command.period(), now))));
    }

    private static Optional<Standpoint<Company>> find(Workspace space, CompanyId id) {
        return space.companies()
                .lock(id)
                .map(company ->
                        new Standpoint<>(company, Owner.of(id), company.state().kind(), company.version(), List::of));
    }

    private Answer<Changed<Invoice>> drafted(Workspace space, Identity who, Order order) {
        var due = space.billing().uncharged(order.company.id(), BoardDay.after(order.period));
        var groups = grouped(due);
        if (groups.isEmpty()) return new Answer.Refused<>(List.of(nothing(order)), Optional.empty());
        return switch (order.invoice(space, prices, lines(groups))) {
            case Accepted<Invoice> yes -> {
                var written = InvoiceWrite.write(space, yes, who, Optional.empty());
                space.billing()
                        .bill(
                                groups.values().stream().flatMap(List::stream).toList(),
                                yes.next().id());
                yield Answer.Done.accepted(written);
            }
            case Decision.Refused<Invoice>(var reasons) -> new Answer.Refused<>(reasons, Optional.empty());
        };
    }

    /// What does not fit on one invoice waits for the next.
    private Map<Group, List<Charge>> grouped(List<Charge> due) {
        return due.stream()
                .filter(charge -> prices.bills(charge.kind()))
                .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .limit(MOST_LINES)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    }

    private List<InvoiceLine> lines(Map<Group, List<Charge>> groups) {
        return groups.entrySet().stream()
                .flatMap(group -> prices
                        .line(
                                group.getKey().kind(),
                                group.getKey().job(),
                                only(group.getValue()),
                                group.getValue().size())
                        .stream())
                .toList();
    }

    private static Optional<ApplicationId> only(List<Charge> charges) {
        return charges.size() == 1 ? charges.getFirst().application() : Optional.empty();
    }

    private static Reason nothing(Order order) {
        return new Reason(
                "NOTHING_TO_BILL",
                "The company has used nothing until the end of " + order.period + " that is not billed.",
                "");
    }

    private record Group(LineKind kind, Optional<JobId> job) {
        static Group of(Charge charge) {
            return new Group(charge.kind(), charge.job());
        }
    }

    private record Order(Company company, YearMonth period, Instant now) {
        Decision<Invoice> invoice(Workspace space, PriceList prices, List<InvoiceLine> lines) {
            var place = BillingSnapshot.of(company.profile()).stateCode();
            var about = new InvoiceTerms(period, prices.currency(), prices.supplier(), place);
            return Invoice.draft(space.billing().nextId(), company.id(), about, now)
                    .then(draft -> draft.withLines(lines, now));
        }
    }
}
