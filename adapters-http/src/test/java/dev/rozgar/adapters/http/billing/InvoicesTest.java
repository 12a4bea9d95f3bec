package dev.rozgar.adapters.http.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Keeping;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InvoicesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ISSUE = "{\"move\": \"ISSUE\", \"from_state\": \"DRAFT\"}";

    private final Books books = new Books();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aDraftShowsItsSumsAndNoNumber() {
        Reply reply = books.keeping.get(books.finance, books.drafted());
        JsonNode invoice = JSON.readTree(reply.bytes());
        assertEquals("\"1\"", reply.header("etag"));
        assertEquals("DRAFT", invoice.get("state").asString());
        assertFalse(invoice.has("number"));
        assertFalse(invoice.get("overdue").asBoolean());
        for (String sum : List.of(
                "\"subtotal\":499.00",
                "\"cgst\":44.91",
                "\"sgst\":44.91",
                "\"igst\":0.00",
                "\"tax\":89.82",
                "\"total\":588.82",
                "\"balance\":588.82",
                "\"month\":\"2026-03\"",
                "\"currency\":\"INR\"")) assertTrue(reply.text().contains(sum), () -> sum + " in " + reply.text());
        assertEquals("POST_FEE", invoice.at("/lines/0/kind").asString());
        assertEquals(1, invoice.at("/lines/0/position").asInt());
        assertEquals("ISSUE", invoice.at("/permitted/0/move").asString());
    }

    @Test
    void anIssuedInvoiceHasANumberADayAndItsCustomer() {
        JsonNode invoice = JSON.readTree(books.read(books.issued()));
        assertEquals("RZ/25-26/000001", invoice.get("number").asString());
        assertEquals("2026-03-31", invoice.get("due_on").asString());
        assertEquals(Books.GSTIN, invoice.at("/customer/gstin").asString());
        assertEquals("27", invoice.get("place_of_supply").asString());
    }

    @Test
    void whatIsPaidInPartsIsPaid() {
        String invoice = books.issued();
        assertEquals(201, books.pay(invoice, "88.82", "UTR-1").status());
        assertTrue(books.read(invoice).contains("\"balance\":500.00"));
        Reply over = books.pay(invoice, "500.01", "UTR-2");
        assertEquals(409, over.status());
        for (String part : List.of(
                "\"current_state\":\"PARTIALLY_PAID\"", "AMOUNT_OVER_BALANCE", "\"permitted\":[", "\"blocked_by\":["))
            assertTrue(over.text().contains(part), over::text);
        Reply last = books.pay(invoice, "500", "UTR-3");
        assertTrue(last.text().contains("\"state\":\"PAID\""), last::text);
        assertTrue(books.read(invoice).contains("\"payments\":[{\"amount\":88.82,"));
    }

    @Test
    void aPaymentNeedsAKeyAndIsNeverRecordedTwice() {
        String invoice = books.issued();
        String pay = "{\"move\": \"RECORD_PAYMENT\", \"amount\": 1, \"currency\": \"INR\", \"reference\": \"U\"}";
        Reply bare = books.move(books.finance, invoice, pay, "If-Match", "*");
        assertEquals(400, bare.status());
        assertTrue(bare.text().contains("IDEMPOTENCY_KEY_REQUIRED"), bare::text);
        Reply first = books.pay(invoice, "88.82", "UTR-1");
        Reply again = books.pay(invoice, "88.82", "UTR-1");
        assertEquals(first.text(), again.text());
        assertEquals("true", again.header("idempotency-replayed"));
        assertTrue(books.read(invoice).contains("\"paid\":88.82"));
    }

    @Test
    void whatIsOnlyTriedIsNotWritten() {
        String invoice = books.drafted();
        Reply tried = books.keeping.send(books.finance, "POST", invoice + "/transitions?validate_only=true", ISSUE);
        assertEquals(200, tried.status(), tried::text);
        assertTrue(books.read(invoice).contains("\"state\":\"DRAFT\""));
        books.move(books.finance, invoice, ISSUE);
        assertTrue(books.read(invoice).contains("000001"));
    }

    @Test
    void aCreditNoteGivesLinesBack() {
        String invoice = books.issued();
        Reply credited = books.move(
                books.finance,
                invoice,
                "{\"move\": \"CREDIT\", \"from_state\": \"OPEN\", \"lines\": [1], \"reason\": \"Not shown\"}");
        assertEquals(201, credited.status(), credited::text);
        JsonNode read = JSON.readTree(books.read(invoice));
        assertEquals("CREDITED", read.get("state").asString());
        assertEquals("RC/25-26/000001", read.at("/credit_notes/0/number").asString());
        assertEquals("588.82", read.at("/credit_notes/0/amount").asString());
    }

    @Test
    void onlyADraftCanBeDeletedAndBilledAgain() {
        String draft = books.drafted();
        assertEquals(428, books.keeping.send(books.finance, "DELETE", draft, "").status());
        assertEquals(
                200,
                books.keeping
                        .send(books.finance, "DELETE", draft, "", "If-Match", "\"1\"")
                        .status());
        assertEquals(404, books.keeping.get(books.finance, draft).status());
        String issued = books.issued();
        Reply refused = books.keeping.send(books.finance, "DELETE", issued, "", "If-Match", "\"2\"");
        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("NOT_DELETABLE"), refused::text);
    }

    @Test
    void tellsHowItMovedAndMayMove() {
        String invoice = books.drafted();
        Reply moved = books.move(books.finance, invoice, ISSUE);
        assertEquals(
                200, books.keeping.get(books.finance, moved.header("location")).status());
        assertTrue(books.keeping
                .get(books.keeping.recruiter, invoice + "/transitions")
                .text()
                .contains("\"move\":\"ISSUE\""));
        String options = books.keeping
                .get(books.finance, invoice + "/permitted-transitions")
                .text();
        assertTrue(options.contains("{\"move\":\"VOID\",\"to_state\":\"VOID\"}"), options);
        String seen = books.keeping
                .get(books.keeping.recruiter, invoice + "/permitted-transitions")
                .text();
        assertTrue(seen.contains("\"permitted\":[]") && seen.contains("VOID is for FINANCE."), seen);
        assertEquals(
                412,
                books.move(books.finance, invoice, "{\"move\": \"ISSUE\"}", "If-Match", "\"1\"")
                        .status());
        assertEquals(
                428, books.move(books.finance, invoice, "{\"move\": \"ISSUE\"}").status());
        Reply differs = books.move(books.finance, invoice, ISSUE);
        assertEquals(409, differs.status());
        assertTrue(differs.text().contains("FROM_STATE_DIFFERS"), differs::text);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "?state=OPEN, 1",
        "?state=DRAFT, 0",
        "?overdue=true, 0",
        "?overdue=false&company_id=1, 1",
        "?company_id=7, 0"
    })
    void listsWhatIsAskedFor(String query, int many) {
        books.issued();
        Reply list = books.keeping.get(books.finance, "/api/invoices" + query);
        assertEquals(200, list.status(), list::text);
        assertEquals(many, JSON.readTree(list.bytes()).get("items").size());
        assertFalse(list.text().contains("\"lines\""));
    }

    @Test
    void aListIsPagedAndALinkLeadsOn() {
        String first = books.issued();
        books.board.post("/api/jobs", Keeping.JOB.replace("R-1", "R-2"));
        String second = books.drafted();
        Reply page = books.keeping.get(books.finance, "/api/invoices?limit=1");
        assertTrue(page.text().contains("\"id\":" + id(second)), page::text);
        String next = page.header("link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
        Reply rest = books.keeping.get(books.finance, next);
        assertTrue(rest.text().contains("\"id\":" + id(first)), rest::text);
        assertEquals("", rest.header("link"));
    }

    @Test
    void aRecruiterListsTheCompanysOwnAndNoOther() {
        books.issued();
        assertTrue(books.keeping
                .get(books.keeping.recruiter, "/api/invoices")
                .text()
                .contains("RZ/25-26/000001"));
        assertEquals(
                "{\"items\":[],\"links\":{\"self\":\"/api/invoices\"}}",
                books.keeping.get(books.keeping.stranger, "/api/invoices").text());
        assertEquals(
                404,
                books.keeping
                        .get(books.keeping.stranger, "/api/invoices?company_id=1")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=open",
                "state=OPEN&state=PAID",
                "overdue=yes",
                "company_id=0",
                "limit=0",
                "cursor=x",
                "due=1"
            })
    void aFilterThatIsNotUnderstoodIsRefused(String query) {
        Reply reply = books.keeping.get(books.finance, "/api/invoices?" + query);
        assertEquals(400, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"parameter\":\"" + query.replaceFirst("=.*", "")), reply::text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"RECORD_PAYMENT\" | /amount /currency /reference",
                "\"RECORD_PAYMENT\", \"amount\": -1, \"currency\": \"XXX1\", \"reference\": \" \" | /amount /currency /reference",
                "\"RECORD_PAYMENT\", \"amount\": 0.001, \"currency\": \"INR\", \"reference\": \"x\" | /amount",
                "\"RECORD_PAYMENT\", \"amount\": 1, \"currency\": \"USD\", \"reference\": \"x\" | /currency",
                "\"RECORD_PAYMENT\", \"amount\": 1e15, \"currency\": \"INR\", \"reference\": \"x\" | /amount",
                "\"ISSUE\", \"reason\": \"x\", \"lines\": [1] | /reason /lines",
                "\"VOID\" | /reason",
                "\"WRITE_OFF\", \"reason\": \" \" | /reason",
                "\"CREDIT\", \"lines\": [2, 0], \"reason\": \"x\" | /lines/0 /lines/1",
                "\"CREDIT\", \"lines\": [1, 1], \"reason\": \"x\" | /lines/1"
            })
    void aMoveThatCannotBeIsTold(String members, String pointers) {
        String invoice = books.issued();
        int before = books.store.commits();
        Reply reply = books.move(
                books.finance, invoice, "{\"move\": " + members + '}', "If-Match", "*", "Idempotency-Key", "k");
        assertTrue(reply.status() == 422 || reply.status() == 400, reply::text);
        Stream.of(pointers.split(" "))
                .forEach(pointer -> assertTrue(reply.text().contains("\"pointer\":\"" + pointer + '"'), reply::text));
        assertEquals(before, books.store.commits());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"company_id\": 0, \"month\": \"1999-12\"} | 422 | /company_id /month",
                "{\"company_id\": 1, \"month\": \"2026-13\"} | 400 | /month",
                "{\"company_id\": 1, \"month\": \"+999999-01\"} | 422 | /month",
                "{\"month\": \"2026-03\"} | 400 | /company_id"
            })
    void aDraftThatCannotBeIsTold(String json, int status, String pointers) {
        Reply reply = books.keeping.send(books.finance, "POST", "/api/invoices", json);
        assertEquals(status, reply.status(), reply::text);
        Stream.of(pointers.split(" "))
                .forEach(pointer -> assertTrue(reply.text().contains("\"pointer\":\"" + pointer + '"'), reply::text));
    }

    @Test
    void nothingToBillIsAReasonAndNoCompanyIsMissing() {
        books.drafted();
        Reply refused = books.draft(books.finance);
        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("NOTHING_TO_BILL"), refused::text);
        assertEquals(
                404,
                books.keeping
                        .send(books.finance, "POST", "/api/invoices", "{\"company_id\": 999, \"month\": \"2026-03\"}")
                        .status());
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
