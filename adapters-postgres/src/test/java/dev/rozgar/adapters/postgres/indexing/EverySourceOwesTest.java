package dev.rozgar.adapters.postgres.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Node.Group;
import dev.rozgar.application.document.Node.Leaf;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Node.One;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.posting.SampleJobs;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks the declaration: whichever column a document shows, a plain SQL change of it is owed to the index.
class EverySourceOwesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Duration LONG = Duration.ofHours(1);

    @BeforeAll
    static void oneJobWithEverything() {
        PlainRows.insertCompany(DATABASE, 1);
        PlainRows.putJob(DATABASE, 1, 1, "cook");
        PlainRows.insertLists(DATABASE, 1);
        DATABASE.run("update company set industry_code = '" + SampleCompanies.KNOWN_INDUSTRY.value() + "'");
        DATABASE.run("update job set occupation_id = " + SampleJobs.KNOWN_OCCUPATION.value());
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    static Set<String> sources() {
        Set<String> sources = new LinkedHashSet<>();
        collect("job", JobFields.JOB.members(), sources);
        // Written by the database alone, from the columns beside them.
        sources.removeAll(List.of("job.pay_annual_min", "job.pay_annual_max"));
        return sources;
    }

    /// Updating a column to itself is a change as far as a trigger can tell by the statement; companies tell by
    /// the values, so their texts are changed.
    @ParameterizedTest
    @MethodSource("sources")
    void owesTheJobAfterAChangeOf(String source) {
        pay();
        String table = source.substring(0, source.indexOf('.'));
        String column = source.substring(source.indexOf('.') + 1);
        String value = !table.equals("company")
                ? column
                : switch (column) {
                    case "id" -> column;
                    case "state" -> "'UNVERIFIED', state_at = null";
                    case "size_band" -> "'SIZE_11_50'";
                    case "industry_code" -> "null";
                    case "logo_url" ->
                        "'https://x.example/l', logo_sha256 = '" + "0".repeat(64)
                                + "', logo_width = 9, logo_height = 9";
                    default -> column + " || '-2'";
                };
        boolean key = source.equals("company.id");
        DATABASE.run("update " + table + " set " + column + " = " + value + where(table));

        // A key of the company stays what it is while jobs refer to it, so setting it to itself changes nothing.
        assertEquals(key ? 0 : 1, drain().size(), source);
    }

    private static String where(String table) {
        return switch (table) {
            case "industry" -> " where code = '" + SampleCompanies.KNOWN_INDUSTRY.value() + "'";
            case "occupation", "occupation_group", "occupation_field" ->
                " where id = " + SampleJobs.KNOWN_OCCUPATION.value();
            default -> "";
        };
    }

    private static void pay() {
        DATABASE.run("update company set industry_code = '" + SampleCompanies.KNOWN_INDUSTRY.value()
                + "', state = 'VERIFIED', state_at = '2026-03-01Z', size_band = null");
        drain();
    }

    /// Claims and settles until nothing is left, through every table on the way to the jobs.
    private static Set<Long> drain() {
        IndexLedger ledger = DATABASE.postgres().indexLedger();
        Set<Long> ids = new LinkedHashSet<>();
        while (true) {
            List<Claim> claims = ledger.claim(100, LONG).claims();
            claims.forEach(claim -> ids.add(claim.id()));
            ledger.settle(claims);
            if (claims.isEmpty()
                    && DATABASE.ask("select source from index_fanout").isEmpty()) return ids;
        }
    }

    private static void collect(String table, List<Node> nodes, Set<String> sources) {
        for (Node node : nodes) {
            switch (node) {
                case Leaf leaf -> leaf.columns().forEach(column -> sources.add(table + "." + column));
                case Group group -> {
                    group.presentWhen().ifPresent(flag -> sources.add(table + "." + flag));
                    collect(table, group.children(), sources);
                }
                case One one -> {
                    sources.add(table + "." + one.column());
                    collect(one.table(), one.children(), sources);
                }
                case Many many -> {
                    sources.add(many.table() + "." + many.orderBy());
                    collect(many.table(), many.children(), sources);
                }
            }
        }
    }
}
