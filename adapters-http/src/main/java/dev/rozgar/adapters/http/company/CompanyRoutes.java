package dev.rozgar.adapters.http.company;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.UseCases;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.json.MergePatch;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.Change;
import dev.rozgar.adapters.http.resource.Consistency;
import dev.rozgar.adapters.http.resource.Histories;
import dev.rozgar.adapters.http.resource.Preconditions;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.resource.Telling;
import dev.rozgar.adapters.http.resource.Wish;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Paths;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.RequestBody;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.View;
import dev.rozgar.application.company.EditCompany;
import dev.rozgar.application.company.MoveCompany;
import dev.rozgar.application.company.RegisterCompany;
import dev.rozgar.application.company.RemoveCompany;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.company.CompanyState;
import io.helidon.http.Status;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Companies, which live in PostgreSQL alone.
public final class CompanyRoutes {
    public static final Shape.Members BODY = Shape.of(RegisterCompanyBody.class);
    public static final Shape.Members PATCH = BODY.patch();
    public static final Shape.Members MOVE = Shape.of(MoveCompanyBody.class);
    public static final Shape.Members MANAGED = Shape.of(Head.class).plus(BODY);

    private final HttpApplication application;
    private final UseCases.Companies companies;
    private final Histories histories;
    private final QueryParser parser =
            new QueryParser(CompanyFields.COMPANY, CompanyFields.BY_NAME, QueryParser.Conditions.NONE);

    /// What became of a company.
    @JsonbPropertyOrder({"id", "slug", "state", "version"})
    public record Receipt(@Nullable Long id, @Nullable String slug, CompanyState.Kind state, Long version) {}

    /// What nobody sets by a body.
    @JsonbPropertyOrder({"id", "state", "version", "createdAt", "updatedAt", "permitted"})
    public record Head(
            Long id,
            CompanyState.Kind state,
            Long version,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt,
            List<Telling.Permitted> permitted) {}

    public CompanyRoutes(HttpApplication application) {
        this.application = application;
        this.companies = application.useCases().companies();
        this.histories =
                new Histories(Subject.Kind.COMPANY, application.useCases().history());
    }

    public void register(Routes routes) {
        routes.on(Operation.LIST_COMPANIES, this::list)
                .on(Operation.REGISTER_COMPANY, this::register)
                .on(Operation.READ_COMPANY, this::find)
                .on(Operation.REPLACE_COMPANY, this::replace)
                .on(Operation.PATCH_COMPANY, this::patch)
                .on(Operation.REMOVE_COMPANY, this::remove)
                .on(Operation.MANAGE_COMPANY, this::manage)
                .on(Operation.MOVE_COMPANY, this::move)
                .on(Operation.COMPANY_HISTORY, histories::list)
                .on(Operation.COMPANY_TRANSITION, histories::one)
                .on(Operation.COMPANY_OPTIONS, this::options);
    }

    private void list(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        // PostgreSQL is as new as any token.
        var _ = Consistency.of(exchange, faults);
        var query = parser.parse(
                exchange.query(),
                Set.of(Consistency.PARAMETER),
                faults,
                application.clock().instant());
        var page = application.companies().search(query);
        Replies.page(exchange.answeredBy(ReadModel.POSTGRES, Optional.empty()), exchange.query(), page, "");
    }

    private void find(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        var _ = Consistency.of(exchange, faults);
        exchange.query().requireOnly(Set.of(Consistency.PARAMETER), faults);
        CompanyId id = new CompanyId(exchange.id());
        var found = application.companies().find(id);
        if (found.isEmpty() && companies.removed().test(id)) throw new Refusal(Problems.gone());
        Replies.document(exchange.answeredBy(ReadModel.POSTGRES, Optional.empty()), found);
    }

    private void register(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        RequestBody body = RequestBody.json(exchange);
        var command = new RegisterCompany.Command(
                body.as(BODY, RegisterCompanyBody.class).toProfile());
        new Change<Changed<Company>>(exchange, wish, body.bytes(), CompanyRoutes::created)
                .making()
                .absentOnly(Preconditions.onlyIfAbsent(exchange))
                .perform(terms -> companies.register().handle(exchange.caller(), command, terms));
    }

    private void replace(Exchange exchange) {
        RequestBody body = RequestBody.json(exchange);
        CompanyProfile profile = body.as(BODY, RegisterCompanyBody.class).toProfile();
        edit(exchange, body, _ -> profile);
    }

    private void patch(Exchange exchange) {
        RequestBody body = RequestBody.mergePatch(exchange);
        String patch = body.checked(PATCH);
        edit(exchange, body, company -> {
            String merged = MergePatch.apply(Json.text(CompanyBodies.of(company.profile())), patch);
            return RequestBody.as(merged, BODY, RegisterCompanyBody.class).toProfile();
        });
    }

    private void edit(Exchange exchange, RequestBody body, Function<Company, CompanyProfile> change) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        var command = new EditCompany.Command(new CompanyId(exchange.id()), Preconditions.required(exchange), change);
        new Change<Changed<Company>>(
                        exchange,
                        wish,
                        body.bytes(),
                        (changed, _) -> reply(Status.OK_200, "", changed, receipt(changed)))
                .perform(terms -> companies.edit().handle(exchange.caller(), command, terms));
    }

    private void remove(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        var command = new RemoveCompany.Command(new CompanyId(exchange.id()), Preconditions.required(exchange));
        new Change<Changed<Company>>(
                        exchange,
                        wish,
                        new byte[0],
                        (removed, _) -> new StoredReply(Status.OK_200.code(), "", "", Json.bytes(receipt(removed))))
                .perform(terms -> companies.remove().handle(exchange.caller(), command, terms));
    }

    private void move(Exchange exchange) {
        Wish wish = Wish.withSync(exchange);
        RequestBody body = RequestBody.json(exchange);
        MoveCompanyBody asked = body.as(MOVE, MoveCompanyBody.class);
        Optional<CompanyState.Kind> from = Optional.ofNullable(asked.fromState());
        OptionalLong version = Preconditions.orState(exchange, from);
        var command = new MoveCompany.Command(new CompanyId(exchange.id()), asked.toMove(), from, version);
        new Change<Changed<Company>>(
                        exchange, wish, body.bytes(), (moved, reached) -> Replies.moved(moved, wish, reached))
                .perform(terms -> companies.move().handle(exchange.caller(), command, terms));
    }

    private void manage(Exchange exchange) {
        View<Company> view = view(exchange);
        Company company = view.thing();
        Head head = new Head(
                company.id().value(),
                company.state().kind(),
                company.version(),
                Json.moment(company.createdAt()),
                Json.moment(company.updatedAt()),
                Telling.Permitted.of(view.options()));
        Replies.managed(exchange, company.version(), Json.bytes(head, CompanyBodies.of(company.profile())));
    }

    private void options(Exchange exchange) {
        View<Company> view = view(exchange);
        Company company = view.thing();
        Replies.unversioned(
                exchange, Json.bytes(Telling.Options.of(company.state().kind(), company.version(), view.options())));
    }

    private View<Company> view(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        return Replies.result(companies.view().handle(exchange.caller(), new CompanyId(exchange.id())));
    }

    private static StoredReply created(Changed<Company> registered, Sync reached) {
        Receipt receipt = receipt(registered);
        return reply(Status.CREATED_201, Paths.COMPANIES + '/' + receipt.id(), registered, receipt);
    }

    private static Receipt receipt(Changed<Company> changed) {
        Company company = changed.thing();
        return new Receipt(
                company.id().value(),
                company.profile().slug().value(),
                company.state().kind(),
                changed.version());
    }

    private static StoredReply reply(Status status, String location, Changed<Company> changed, Object body) {
        return new StoredReply(status.code(), location, Preconditions.tag(changed.version()), Json.bytes(body));
    }
}
