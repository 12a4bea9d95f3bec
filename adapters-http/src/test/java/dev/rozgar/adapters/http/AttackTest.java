package dev.rozgar.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.application.access.Role;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is sent to an operation that writes, if it is not as it should be then nothing is written, and the answer
/// says what was wrong and where.
class AttackTest {
    private static Board board;
    private static Description description;
    private static int writes;

    @BeforeAll
    static void open() {
        board = Board.open();
        Keeping keeping = new Keeping(board);
        keeping.key(Role.PARTNER);
        keeping.key(Role.FINANCE);
        keeping.begin();
        description = Description.of(board.get("/openapi").bytes());
        writes = board.store.writes;
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void whatIsMalformedIsRefusedAndWritesNothing(Attack attack) throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            Reply reply = wire.send(attack.request()).read();
            description.requireProblem(attack.status(), "\"trace_id\"", reply);
            if (attack.pointed()) assertTrue(reply.text().contains("\"pointer\":\""), reply::text);
        }
        assertEquals(writes, board.store.writes);
        assertTrue(board.index.orders.isEmpty());
    }

    private static Stream<Attack> attacks() {
        return Attacks.all();
    }

    @Test
    void thereAreEnoughOfThem() {
        assertTrue(Attacks.all().count() >= 300, () -> "only " + Attacks.all().count());
    }
}
