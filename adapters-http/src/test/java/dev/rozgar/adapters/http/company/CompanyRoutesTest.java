package dev.rozgar.adapters.http.company;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.OnABoard;
import dev.rozgar.adapters.http.SampleDocument;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyProfile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyRoutesTest extends OnABoard {
    private static final String SMALL = """
            {"slug": "acme", "name": "Acme", "locations": [{"locality": "Pune", "country": "IN"}]}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/companies",
                "/api/companies/",
                "/api/companies?size_band=SIZE_1_10&sort=-created_at&limit=2&count=none"
            })
    void companiesAreListedFromPostgres(String target) {
        Reply reply = board.get(target);
        assertEquals(200, reply.status(), reply::text);
        assertEquals("postgres", reply.header("x-read-model"));
    }

    @Test
    void aRemovedCompanyIsGone() {
        board.store.removed.add(new CompanyId(77));
        assertEquals(410, board.get("/api/companies/77").status());
        assertEquals(404, board.get("/api/companies/78").status());
    }

    @Test
    void companiesAreListedByName() {
        board.get("/api/companies");
        var asked = Objects.requireNonNull(board.companies.asked);
        assertEquals(
                List.of("name", "id"),
                asked.order().stream().map(sort -> sort.text()).toList());
    }

    @Test
    void oneCompanyIsSentByteForByte() {
        Reply reply = board.get("/api/companies/2/");
        assertArrayEquals(SampleDocument.sparse(CompanyFields.COMPANY, 2).bytes(), reply.bytes());
        assertEquals(
                304,
                board.send(board.request("/api/companies/2").header("If-None-Match", reply.header("etag")))
                        .status());
        assertEquals(404, board.get("/api/companies/4").status());
    }

    @Test
    void aCompanyIsRegistered() {
        Reply reply = board.post("/api/companies/", SMALL);
        assertEquals(201, reply.status(), reply::text);
        assertEquals("/api/companies/1", reply.header("location"));
        assertEquals("{\"id\":1,\"slug\":\"acme\",\"state\":\"VERIFIED\",\"version\":1}", reply.text());
    }

    @Test
    void everythingThatIsSaidIsKept() {
        Reply reply = board.post("/api/companies", """
                {"slug": "acme-logistics", "external_id": "E-7", "name": "Acme", "legal_name": "Acme Logistics Pvt Ltd",
                 "logo": {"url": "https://acme.example/logo.png", "sha256": "%s", "width": 64, "height": 32},
                 "website": "https://acme.example", "same_as": ["https://social.example/acme"], "industry_code": "H49",
                 "size_band": "SIZE_51_200", "email_domain": "acme.example",
                 "locations": [{"label": "Head office", "street": "1 MG Road", "locality": "Pune", "region": "MH", "postcode": "411001",
                   "country": "IN", "point": {"lat": 18.52, "lon": 0}, "is_hq": true, "timezone": "Asia/Kolkata"}],
                 "tax": {"pan": "AAPFU0939F"}, "billing_contact": {"name": "Asha", "email": "asha@acme.example", "phone": "+911234567890"}}
                """.formatted("a".repeat(64)));
        assertEquals(201, reply.status(), reply::text);
        CompanyProfile kept = board.store.company(1).profile();
        assertEquals("Acme Logistics Pvt Ltd", kept.legalName().orElseThrow().value());
        assertEquals(32, kept.logo().orElseThrow().height());
        assertEquals(0.0, kept.locations().getFirst().geo().orElseThrow().lon());
        assertTrue(kept.locations().getFirst().headquarters());
        assertEquals("H49", kept.industry().orElseThrow().value());
        assertEquals(
                "+911234567890",
                kept.billingContact().orElseThrow().phone().orElseThrow().value());
    }

    @Test
    void everyBrokenRuleOfABodyIsTold() {
        Reply reply = board.post("/api/companies", """
                {"slug": "Acme!", "name": " ", "website": "ftp://x", "same_as": ["nothing"], "email_domain": "gmail.com",
                 "logo": {"url": "https://acme.example/l.png", "sha256": "x", "width": 1, "height": 20000},
                 "locations": [{"country": "ZZ", "timezone": "Pune"}], "tax": {"gstin": "1"},
                 "billing_contact": {"name": "x", "email": "x", "phone": "x"}}""");
        assertEquals(422, reply.status());
        for (String pointer : List.of(
                "/slug",
                "/name",
                "/website",
                "/same_as/0",
                "/email_domain",
                "/logo/width",
                "/logo/height",
                "/logo/sha256",
                "/locations/0",
                "/locations/0/country",
                "/locations/0/timezone",
                "/tax/gstin",
                "/billing_contact/email",
                "/billing_contact/phone")) {
            assertTrue(reply.text().contains("\"pointer\":\"" + pointer + '"'), () -> pointer + " in " + reply.text());
        }
    }

    @ParameterizedTest
    @CsvSource({"DUPLICATE_SLUG, 409, /slug", "UNKNOWN_INDUSTRY, 422, /industry_code"})
    void aConflictPointsAtItsMember(String code, int status, String pointer) {
        board.store.failure = PortFailure.conflict(code, "constraint", null);
        Reply reply = board.post("/api/companies", SMALL);
        assertEquals(status, reply.status());
        assertTrue(reply.text().contains("\"pointer\":\"" + pointer + '"'), reply::text);
    }

    @Test
    void aSlugThatIsTakenIsAConflict() {
        board.post("/api/companies", SMALL);
        assertEquals(409, board.post("/api/companies", SMALL).status());
    }
}
