package dev.rozgar.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.job.JobMove;
import java.io.IOException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No write of jobs and applications goes to the server and back more than three times, its Idempotency-Key included:
/// every move of both machines, and all else that is written.
class EveryWriteTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final int MOST = 3;

    private final RoundTrips wire;
    private final Postgres postgres;
    private final Hirings hirings = new Hirings(DATABASE);

    EveryWriteTest() throws IOException {
        wire = RoundTrips.to(DATABASE.settings());
        postgres = Postgres.open(wire.through(DATABASE.settings()));
    }

    /// Ids come in blocks, and a connection is opened once.
    @BeforeEach
    void warmUp() {
        var _ = new Hirings(DATABASE).introduce().apply(postgres.transactions());
        var _ = new Hirings(DATABASE).openSlot().apply(postgres.transactions());
    }

    @AfterEach
    void hangUp() throws IOException {
        postgres.close();
        wire.close();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /// The system looks at answers as they come: that is no write of its own.
    @ParameterizedTest
    @EnumSource(value = ApplicationMove.Trigger.class, mode = EnumSource.Mode.EXCLUDE, names = "AUTO_SCREEN")
    void movesAnApplication(ApplicationMove.Trigger move) {
        assertFew(hirings.moving(move));
    }

    @ParameterizedTest
    @EnumSource(JobMove.Trigger.class)
    void movesAJob(JobMove.Trigger move) {
        assertFew(hirings.moving(move));
    }

    @ParameterizedTest
    @EnumSource(Other.class)
    void writesAllElse(Other what) {
        assertFew(what.write.apply(hirings));
    }

    enum Other {
        APPLY(Hirings::apply),
        INTRODUCE(Hirings::introduce),
        EDIT_FORM(Hirings::editForm),
        OPEN_SLOT(Hirings::openSlot),
        EDIT_JOB(Hirings::editJob),
        REMOVE_JOB(Hirings::removeJob),
        END_APPLICATIONS(Hirings::endApplications);

        private final Function<Hirings, Function<Transactions, Answer<?>>> write;

        Other(Function<Hirings, Function<Transactions, Answer<?>>> write) {
            this.write = write;
        }
    }

    private void assertFew(Function<Transactions, Answer<?>> write) {
        int before = wire.seen();
        Answer<?> answer = write.apply(postgres.transactions());
        int trips = wire.seen() - before;

        assertInstanceOf(Answer.Done.class, answer);
        assertTrue(trips <= MOST && trips >= 2, () -> trips + " round trips");
    }
}
