package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.BoardDay;
import dev.rozgar.domain.company.Gstin;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// From a posted job to a paid invoice, through the service's own HTTP, on the real database.
class BillingTest {
    private static final String MAHARASHTRA = gstin("27AAPFU0939F1Z");
    private static final String KARNATAKA = gstin("29AAPFU0939F1Z");

    private static Board board;
    private static String finance;
    private static String partner;
    private static int applicants;

    @BeforeAll
    static void open() {
        board = Board.onSqlOnly(Map.of(
                "rozgar.server.access_log", "false",
                "rozgar.billing.monthly", "false",
                "rozgar.billing.prices.post_fee", "499.99",
                "rozgar.billing.prices.per_application", "33.33"));
        finance = board.key(Role.FINANCE);
        partner = board.key(Role.PARTNER);
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void aMonthIsBilledPaidAndPartlyGivenBackToThePaisa() {
        long company = company("life", MAHARASHTRA);
        apply(job(company), 3);
        String invoice = drafted(company);
        assertEquals(409, draft(company).statusCode(), "all is billed");

        assertSums(invoice, "subtotal 599.98", "cgst 54.00", "sgst 54.00", "igst 0.00", "total 707.98");
        assertEquals(2, read(invoice).getJsonArray("lines").size());
        require(201, move(invoice, "{\"move\": \"ISSUE\", \"from_state\": \"DRAFT\"}"));
        assertTrue(read(invoice).getString("number").matches("RZ/\\d\\d-\\d\\d/\\d{6}"));

        require(201, pay(invoice, "207.98", "UTR-1"));
        require(201, pay(invoice, "207.98", "UTR-1"));
        assertSums(invoice, "paid 207.98", "balance 500.00");
        assertEquals("PARTIALLY_PAID", read(invoice).getString("state"));
        assertEquals(409, pay(invoice, "500.01", "UTR-2").statusCode());
        require(201, pay(invoice, "500.00", "UTR-3"));
        assertEquals("PAID", read(invoice).getString("state"));

        require(
                201,
                move(
                        invoice,
                        "{\"move\": \"CREDIT\", \"from_state\": \"PAID\", \"lines\": [2], \"reason\": \"Spam\"}"));
        assertSums(invoice, "total 707.98", "paid 707.98", "credited 117.99", "balance 0.00", "refundable 117.99");
        assertEquals(
                List.of("CREATE", "ISSUE", "RECORD_PAYMENT", "RECORD_PAYMENT", "CREDIT"),
                board.parsed(finance, invoice + "/transitions").getJsonArray("items").stream()
                        .map(line -> line.asJsonObject().getString("move"))
                        .toList());
    }

    @Test
    void betweenTwoStatesTheTaxIsIntegrated() {
        long company = company("far", KARNATAKA);
        job(company);
        assertSums(drafted(company), "subtotal 499.99", "cgst 0.00", "sgst 0.00", "igst 90.00", "total 589.99");
    }

    @Test
    void aCompanySeesItsOwnInvoicesAndNobodyElses() {
        long company = company("own", MAHARASHTRA);
        job(company);
        String invoice = drafted(company);
        String stranger = board.recruitersKey(company("stranger", MAHARASHTRA));

        require(200, board.send(board.recruitersKey(company), "GET", invoice, ""));
        assertEquals(404, board.send(stranger, "GET", invoice, "").statusCode());
        assertEquals(403, board.send(partner, "GET", invoice, "").statusCode());
        assertEquals(
                0, board.parsed(stranger, "/api/invoices").getJsonArray("items").size());
    }

    @Test
    void numbersHaveNoGapThoughSomeAreRefusedAtTheSameMoment() throws Exception {
        List<String> invoices = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            long company = company("gap-" + i, i % 3 == 0 ? "" : MAHARASHTRA);
            job(company);
            invoices.add(drafted(company));
        }
        List<Integer> statuses = atOnce(
                invoices.size(),
                i -> move(invoices.get(i), "{\"move\": \"ISSUE\", \"from_state\": \"DRAFT\"}")
                        .statusCode());

        assertEquals(8, statuses.stream().filter(status -> status == 201).count());
        assertEquals(4, statuses.stream().filter(status -> status == 409).count());
        List<Integer> numbers = invoices.stream()
                .map(BillingTest::read)
                .filter(invoice -> invoice.containsKey("number"))
                .map(invoice -> Integer.parseInt(invoice.getString("number").substring(9)))
                .sorted()
                .toList();
        assertEquals(8, numbers.stream().distinct().count());
        assertEquals(7, numbers.getLast() - numbers.getFirst(), numbers::toString);
    }

    @Test
    void manyWhoPayTheSameBalanceAtOncePayItOnce() throws Exception {
        long company = company("race", MAHARASHTRA);
        job(company);
        String invoice = drafted(company);
        require(201, move(invoice, "{\"move\": \"ISSUE\", \"from_state\": \"DRAFT\"}"));

        List<Integer> statuses =
                atOnce(8, i -> pay(invoice, "589.99", "RACE-" + i).statusCode());

        assertEquals(1, statuses.stream().filter(status -> status == 201).count());
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        assertSums(invoice, "paid 589.99", "balance 0.00");
    }

    @Test
    void theClockDraftsWhatAMonthThatIsOverHasLeft() throws Exception {
        Database database = TestEngines.freshDatabase();
        try (Board monthly = Board.onSqlOnly(database, Map.of())) {
            String key = monthly.key(Role.FINANCE);
            long company = monthly.company("monthly");
            require(201, monthly.post("/api/jobs", Board.job(company, "Cook")));
            assertEquals(
                    0,
                    monthly.parsed(key, "/api/invoices").getJsonArray("items").size());
            Sql.run(database, "update charge set at = at - interval '40 days'");

            Eventually.within(
                    Duration.ofSeconds(60),
                    "an invoice is drafted",
                    () -> !monthly.parsed(key, "/api/invoices")
                            .getJsonArray("items")
                            .isEmpty());
            JsonObject draft =
                    monthly.parsed(key, "/api/invoices").getJsonArray("items").getJsonObject(0);
            assertEquals("DRAFT", draft.getString("state"));
            assertEquals(month().minusMonths(1).toString(), draft.getString("month"));
        }
    }

    private static long company(String slug, String gstin) {
        String tax = gstin.isEmpty() ? "" : ", \"tax\": {\"gstin\": \"" + gstin + "\"}";
        HttpResponse<byte[]> made = require(
                201,
                board.post(
                        "/api/companies",
                        "{\"slug\": \"%s\", \"name\": \"%s\", \"locations\": [{\"locality\": \"Pune\", \"country\": \"IN\"}]%s}"
                                .formatted(slug, slug, tax)));
        return Board.parse(made).getJsonNumber("id").longValue();
    }

    private static String job(long company) {
        return require(201, board.post("/api/jobs", Board.job(company, "Rider")))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static void apply(String job, int many) {
        for (int i = 0; i < many; i++) {
            String body = """
                    {"applicant": {"name": "Meena", "phone": "+9198000%05d"}, "consent": {"store": true, "contact": true}}""".formatted(applicants++);
            require(201, board.send(partner, "POST", job + "/applications", body));
        }
    }

    private static HttpResponse<byte[]> draft(long company) {
        return board.send(
                finance,
                "POST",
                "/api/invoices",
                "{\"company_id\": %d, \"month\": \"%s\"}".formatted(company, month()));
    }

    private static String drafted(long company) {
        return require(201, draft(company)).headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<byte[]> move(String invoice, String body) {
        return board.send(finance, "POST", invoice + "/transitions", body);
    }

    private static HttpResponse<byte[]> pay(String invoice, String amount, String reference) {
        String body = "{\"move\": \"RECORD_PAYMENT\", \"amount\": %s, \"currency\": \"INR\", \"reference\": \"%s\"}"
                .formatted(amount, reference);
        return board.send(
                finance,
                "POST",
                invoice + "/transitions",
                body,
                "Idempotency-Key",
                invoice + reference,
                "If-Match",
                "*");
    }

    private static JsonObject read(String invoice) {
        return board.parsed(finance, invoice);
    }

    /// As they stand in the JSON, decimals and all.
    private static void assertSums(String invoice, String... sums) {
        JsonObject read = read(invoice);
        for (String sum : sums) {
            String name = sum.substring(0, sum.indexOf(' '));
            assertEquals(sum, name + ' ' + read.getJsonNumber(name));
        }
    }

    private static HttpResponse<byte[]> require(int status, HttpResponse<byte[]> response) {
        assertEquals(status, response.statusCode(), () -> new String(response.body(), UTF_8));
        return response;
    }

    private static YearMonth month() {
        return YearMonth.from(BoardDay.of(Instant.now()));
    }

    private static String gstin(String fourteen) {
        return fourteen + Gstin.checkDigit(fourteen);
    }

    /// All wait at one gate before they ask.
    private static List<Integer> atOnce(int clients, IntFunction<Integer> client)
            throws InterruptedException, ExecutionException {
        var gate = new CyclicBarrier(clients);
        List<Future<Integer>> asked = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                int number = i;
                asked.add(threads.submit(() -> {
                    gate.await();
                    return client.apply(number);
                }));
            }
        }
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> one : asked) answers.add(one.get());
        return answers;
    }
}
