package dev.rozgar.adapters.postgres.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.postgres.MoveAJob;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.change.Answer.Done;
import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.ConsistencyToken.Kind;
import dev.rozgar.application.change.ConsistencyToken.Part;
import dev.rozgar.application.change.ConsistencyTokensContract;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.TransitionLog;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.CompanyId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresConsistencyTokensTest extends ConsistencyTokensContract {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected Transactions transactions() {
        return DATABASE.postgres().transactions();
    }

    @Override
    protected TransitionLog log() {
        return DATABASE.postgres().transitionLog();
    }

    @Test
    void tellsSoMuchAsOnePartOnly() {
        CompanyId company = MoveAJob.companyOf(DATABASE);
        var answer = transactions().run(Terms.<Integer>usual(), space -> {
            var ids = IntStream.rangeClosed(0, ConsistencyToken.MOST_PARTS)
                    .mapToObj(_ -> space.jobs().nextId())
                    .toList();
            ids.forEach(id -> space.jobs().save(SampleJobs.plain(id, company)));
            return Done.accepted(ids.size());
        });

        List<Part> parts = ((Done<Integer>) answer).token().orElseThrow().parts();
        assertEquals(List.of(Kind.ALL), parts.stream().map(Part::kind).toList());
    }
}
