package dev.rozgar.adapters.http.index;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.HttpApplication.IndexDesk;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.application.document.SharedRow;
import dev.rozgar.application.indexing.FanOuts.Impact;
import dev.rozgar.application.listing.JobFields;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a change of a row that many jobs show would cost the index, for operators.
public final class ImpactRoutes {
    private final Optional<IndexDesk> desk;

    /// @param documents        that show the row
    /// @param pendingDocuments that wait to be written again before those
    /// @param pendingChanges   that they wait for
    /// @param etaMs            until all would be written; null before the pace was measured
    @JsonbPropertyOrder({"documents", "pendingDocuments", "pendingChanges", "etaMs"})
    public record Told(
            Long documents,
            Long pendingDocuments,
            Long pendingChanges,
            @Nullable Long etaMs) {
        static Told of(Impact impact) {
            Long eta = impact.eta().map(time -> time.toMillis()).orElse(null);
            return new Told(
                    impact.documents(),
                    impact.pending().documents(),
                    impact.pending().changes(),
                    eta);
        }
    }

    public ImpactRoutes(HttpApplication application) {
        this.desk = application.index();
    }

    /// Tables of which many jobs may show a row.
    public static List<String> tables() {
        return SharedRow.tables(JobFields.JOB).stream().sorted().toList();
    }

    public void register(Routes routes) {
        routes.on(Operation.INDEX_IMPACT, this::tell);
    }

    private void tell(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        IndexDesk index = desk.orElseThrow(() -> new Refusal(Problems.missing()));
        Impact impact = SharedRow.parse(JobFields.JOB, exchange.place("table"), exchange.place("key"))
                .flatMap(index.fanOuts()::impact)
                .orElseThrow(() -> new Refusal(Problems.missing()));
        Replies.unversioned(exchange, Json.bytes(Told.of(impact)));
    }
}
