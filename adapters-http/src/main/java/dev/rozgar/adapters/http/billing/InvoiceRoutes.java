package dev.rozgar.adapters.http.billing;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.UseCases;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.Change;
import dev.rozgar.adapters.http.resource.Histories;
import dev.rozgar.adapters.http.resource.Keyset;
import dev.rozgar.adapters.http.resource.Preconditions;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.resource.Telling;
import dev.rozgar.adapters.http.resource.Wish;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Paths;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.adapters.http.wire.RequestBody;
import dev.rozgar.application.billing.DeleteInvoice;
import dev.rozgar.application.billing.ListInvoices;
import dev.rozgar.application.billing.MoveInvoice;
import dev.rozgar.application.change.BoardDay;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.View;
import dev.rozgar.domain.billing.Invoice;
import dev.rozgar.domain.billing.InvoiceId;
import dev.rozgar.domain.billing.InvoiceMove;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.company.CompanyId;
import io.helidon.http.Status;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Invoices, for the companies that owe and for those who keep the books.
public final class InvoiceRoutes {
    public static final Shape.Members DRAFT = Shape.of(DraftInvoiceBody.class);
    public static final Shape.Members MOVE = Shape.of(MoveInvoiceBody.class);
    public static final String COMPANY = "company_id";
    public static final String STATE = "state";
    public static final String OVERDUE = "overdue";

    private enum Flag {
        TRUE,
        FALSE
    }

    private final UseCases.Billing billing;
    private final Histories histories;
    private final Clock clock;

    public InvoiceRoutes(HttpApplication application) {
        this.billing = application.useCases().billing();
        this.histories =
                new Histories(Subject.Kind.INVOICE, application.useCases().history());
        this.clock = application.clock();
    }

    public void register(Routes routes) {
        routes.on(Operation.LIST_INVOICES, this::list)
                .on(Operation.DRAFT_INVOICE, this::draft)
                .on(Operation.READ_INVOICE, this::read)
                .on(Operation.DELETE_INVOICE, this::delete)
                .on(Operation.MOVE_INVOICE, this::move)
                .on(Operation.INVOICE_HISTORY, histories::list)
                .on(Operation.INVOICE_TRANSITION, histories::one)
                .on(Operation.INVOICE_OPTIONS, this::options);
    }

    private void list(Exchange exchange) {
        QueryString query = exchange.query();
        QueryFaults faults = new QueryFaults();
        Keyset page = Keyset.of(query, faults);
        long company = Keyset.whole(query, COMPANY, 1, 0, faults);
        Optional<InvoiceState.Kind> state = state(query, faults);
        Optional<Boolean> overdue = query.first(OVERDUE)
                .map(_ -> query.choice(OVERDUE, List.of(Flag.values()), Flag.FALSE, faults) == Flag.TRUE);
        query.requireOnly(Set.of(Keyset.LIMIT, QueryParser.CURSOR, COMPANY, STATE, OVERDUE), faults);
        var command = new ListInvoices.Command(
                company == 0 ? Optional.empty() : Optional.of(new CompanyId(company)),
                state,
                overdue,
                page.after() == 0 ? Optional.empty() : Optional.of(new InvoiceId(page.after())),
                page.most() + 1);
        reply(exchange, page, Replies.result(billing.list().handle(exchange.caller(), command)));
    }

    private void reply(Exchange exchange, Keyset page, List<Invoice> found) {
        var slice = page.cut(found, invoice -> invoice.id().value());
        LocalDate today = today();
        var items = slice.items().stream()
                .map(invoice -> InvoiceViews.of(invoice, today, Optional.empty()))
                .toList();
        Replies.privatePage(exchange, slice, links -> new InvoiceViews.Page(items, slice.cursor(), links));
    }

    /// By its name, as it stands in the invoices.
    private static Optional<InvoiceState.Kind> state(QueryString query, QueryFaults faults) {
        Optional<String> given = query.first(STATE);
        if (given.isEmpty()) return Optional.empty();
        for (InvoiceState.Kind kind : InvoiceState.Kind.values())
            if (kind.name().equals(given.get())) return Optional.of(kind);
        faults.add(STATE, "UNKNOWN_VALUE", "must be one of " + List.of(InvoiceState.Kind.values()));
        return Optional.empty();
    }

    private void draft(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        RequestBody body = RequestBody.json(exchange);
        var command = body.as(DRAFT, DraftInvoiceBody.class).toCommand();
        new Change<Changed<Invoice>>(exchange, wish, body.bytes(), (made, _) -> drafted(made))
                .making()
                .perform(terms -> billing.draft().handle(exchange.caller(), command, terms));
    }

    private void read(Exchange exchange) {
        View<Invoice> view = view(exchange);
        var whole = InvoiceViews.of(view.thing(), today(), Optional.of(view.options()));
        Replies.dated(exchange, whole.version(), Json.bytes(whole));
    }

    private void delete(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        var command = new DeleteInvoice.Command(new InvoiceId(exchange.id()), Preconditions.required(exchange));
        new Change<Changed<Invoice>>(exchange, wish, new byte[0], (last, _) -> deleted(last))
                .perform(terms -> billing.delete().handle(exchange.caller(), command, terms));
    }

    /// Money that is recorded twice is hard to find again: a payment needs a key.
    private void move(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        RequestBody body = RequestBody.json(exchange);
        MoveInvoiceBody asked = body.as(MOVE, MoveInvoiceBody.class);
        Optional<InvoiceState.Kind> from = Optional.ofNullable(asked.fromState());
        OptionalLong version = Preconditions.orState(exchange, from);
        var command = new MoveInvoice.Command(new InvoiceId(exchange.id()), asked.toOrder(), from, version);
        new Change<Changed<Invoice>>(
                        exchange, wish, body.bytes(), (moved, reached) -> Replies.moved(moved, wish, reached))
                .keyRequired(asked.move() == InvoiceMove.Trigger.RECORD_PAYMENT)
                .perform(terms -> billing.move().handle(exchange.caller(), command, terms));
    }

    private void options(Exchange exchange) {
        View<Invoice> view = view(exchange);
        Invoice invoice = view.thing();
        Replies.unversioned(
                exchange, Json.bytes(Telling.Options.of(invoice.state().kind(), invoice.version(), view.options())));
    }

    private View<Invoice> view(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        return Replies.result(billing.view().handle(exchange.caller(), new InvoiceId(exchange.id())));
    }

    private LocalDate today() {
        return BoardDay.of(clock.instant());
    }

    private static StoredReply drafted(Changed<Invoice> made) {
        var receipt = InvoiceViews.Receipt.of(made.thing(), made.version());
        return reply(Paths.INVOICES + '/' + receipt.id(), made, receipt);
    }

    private static StoredReply deleted(Changed<Invoice> last) {
        var receipt = InvoiceViews.Receipt.of(last.thing(), last.version());
        return new StoredReply(Status.OK_200.code(), "", "", Json.bytes(receipt));
    }

    private static StoredReply reply(String location, Changed<Invoice> changed, Object body) {
        return new StoredReply(
                Status.CREATED_201.code(), location, Preconditions.tag(changed.version()), Json.bytes(body));
    }
}
