package dev.rozgar.adapters.http.billing;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Keeping;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.InMemoryTransactions;
import dev.rozgar.domain.company.Gstin;

/// A board that keeps books: company 1 in Maharashtra has published a job, and that is not billed yet.
final class Books implements AutoCloseable {
    static final String GSTIN = "27AAPFU0939F1Z" + Gstin.checkDigit("27AAPFU0939F1Z");
    private static final String DRAFT = "{\"company_id\": 1, \"month\": \"2026-03\"}";

    final InMemoryTransactions store = new InMemoryTransactions();
    final Board board = Board.over(store);
    final Keeping keeping = new Keeping(board);
    final String finance = keeping.key(Role.FINANCE);

    Books() {
        String company = Keeping.COMPANY.replaceFirst("\\{", "{\"tax\": {\"gstin\": \"" + GSTIN + "\"}, ");
        Keeping.require(201, board.post("/api/companies", company));
        Keeping.require(201, board.post("/api/jobs", Keeping.JOB));
    }

    Reply draft(String key) {
        return keeping.send(key, "POST", "/api/invoices", DRAFT);
    }

    /// Where the draft of March is.
    String drafted() {
        return Keeping.require(201, draft(finance)).header("location");
    }

    /// Where the invoice of March is: 499.00 and 18 % of it, 588.82.
    String issued() {
        String invoice = drafted();
        Keeping.require(201, move(finance, invoice, "{\"move\": \"ISSUE\", \"from_state\": \"DRAFT\"}"));
        return invoice;
    }

    Reply move(String key, String invoice, String json, String... headers) {
        return keeping.send(key, "POST", invoice + "/transitions", json, headers);
    }

    /// From any version, under a key of its own.
    Reply pay(String invoice, String amount, String reference) {
        String json = "{\"move\": \"RECORD_PAYMENT\", \"amount\": %s, \"currency\": \"INR\", \"reference\": \"%s\"}";
        return move(finance, invoice, json.formatted(amount, reference), "If-Match", "*", "Idempotency-Key", reference);
    }

    String read(String invoice) {
        return Keeping.require(200, keeping.get(finance, invoice)).text();
    }

    @Override
    public void close() {
        board.close();
    }
}
