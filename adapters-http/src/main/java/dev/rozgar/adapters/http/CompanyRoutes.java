package dev.rozgar.adapters.http;

import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import io.helidon.http.Method;
import io.helidon.http.Status;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Map;
import java.util.Set;

/// Companies, which live in PostgreSQL alone.
final class CompanyRoutes {
    static final String COMPANIES = "/api/companies";
    static final String COMPANY = COMPANIES + "/{id}";
    static final Shape.Members BODY = Shape.of(RegisterCompanyBody.class);

    private final HttpApplication application;
    private final QueryParser parser = new QueryParser(CompanyFields.COMPANY, CompanyFields.BY_NAME);

    /// What became of a registered company.
    @JsonbPropertyOrder({"id", "slug", "state", "version"})
    public record Receipt(Long id, String slug, String state, Long version) {}

    CompanyRoutes(HttpApplication application) {
        this.application = application;
    }

    void register(Routes routes) {
        routes.at(COMPANIES, Map.of(Method.GET, this::list, Method.POST, this::register));
        routes.at(COMPANY, Map.of(Method.GET, this::find));
    }

    private void list(Exchange exchange) {
        var query = parser.parse(
                exchange.query(),
                Set.of(),
                new QueryFaults(),
                application.clock().instant());
        var page = application.companies().search(query);
        Replies.page(exchange.answeredBy(ReadModel.POSTGRES), exchange.query(), page);
    }

    private void find(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        var found = application.companies().find(new CompanyId(exchange.id()));
        Replies.document(exchange.answeredBy(ReadModel.POSTGRES), found);
    }

    private void register(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        var command = RequestBody.read(exchange.request(), BODY, RegisterCompanyBody.class)
                .toCommand();
        switch (application.registerCompany().handle(command)) {
            case Decision.Accepted<Company>(Company company, var _) -> created(exchange, company);
            case Decision.Refused<Company>(var reasons) -> throw new Refusal(Problems.refused(reasons));
        }
    }

    private static void created(Exchange exchange, Company company) {
        Receipt receipt = new Receipt(
                company.id().value(),
                company.profile().slug().value(),
                company.state().kind().name(),
                company.version());
        Replies.created(exchange, Status.CREATED_201, COMPANIES + '/' + receipt.id(), receipt);
    }
}
