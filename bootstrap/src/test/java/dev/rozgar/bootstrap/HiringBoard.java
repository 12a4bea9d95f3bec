package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rozgar.application.access.Role;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A service with a company that hires and people who apply, each with a key of their own.
final class HiringBoard implements AutoCloseable {
    private final Database database = TestEngines.freshDatabase();
    private final Board board = Board.on(database, TestEngines.elasticsearch(), Map.of());
    private final long company = board.company("hiring");
    private final String recruiter = board.key(Role.RECRUITER, Optional.of(new CompanyId(company)), Optional.empty());
    private final String partner = board.key(Role.PARTNER, Optional.empty(), Optional.empty());
    private final AtomicInteger people = new AtomicInteger();

    /// @param own where the application is
    /// @param key of the candidate
    record Applicant(String own, String key) {
        String id() {
            return own.substring(own.lastIndexOf('/') + 1);
        }
    }

    record Reply(int status, String location, String text) {
        static Reply of(HttpResponse<byte[]> response) {
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    new String(response.body(), UTF_8));
        }
    }

    String recruiter() {
        return recruiter;
    }

    /// Where a new job with so many seats is.
    String job(int seats) {
        String body = Board.job(company, "Packer").replaceFirst("\\{", "{\"openings\": {\"total\": " + seats + "}, ");
        return created(send(recruiter, "POST", "/api/jobs", body));
    }

    /// By somebody new, whose phone answers.
    Applicant applied(String job) {
        int number = people.incrementAndGet();
        String own = created(send(partner, "POST", job + "/applications", """
                {"applicant": {"name": "Candidate %1$d", "phone": "+9198000%1$05d"},
                 "consent": {"store": true, "contact": true}}""".formatted(number)));
        sql("update candidate set phone_verified_at = now() where phone is not null");
        String view = get(recruiter, own).text();
        long id = Long.parseLong(view.replaceFirst("(?s).*\"candidate\":\\{\"id\":([0-9]+).*", "$1"));
        return new Applicant(own, board.key(Role.CANDIDATE, Optional.empty(), Optional.of(new CandidateId(id))));
    }

    Applicant shortlisted(String job) {
        Applicant one = applied(job);
        created(recruits(one, "SHORTLIST", "SCREENED"));
        return one;
    }

    Applicant offered(String job) {
        Applicant one = shortlisted(job);
        created(offer(one, "SHORTLISTED"));
        return one;
    }

    /// To begin today.
    Reply offer(Applicant one, String from) {
        return move(recruiter, one.own(), """
                {"move": "OFFER", "from_state": "%s", "offer": {"start_date": "%s", "expires_at": "%s",
                 "pay": {"min": 18000, "max": 18000, "currency": "INR", "period": "MONTH", "kind": "FIXED",
                 "disclosed": true}}}""".formatted(
                from, LocalDate.now(ZoneId.of("Asia/Kolkata")), Instant.now().plus(Duration.ofDays(3))));
    }

    Reply recruits(Applicant one, String move, String from) {
        return move(recruiter, one.own(), "{\"move\": \"" + move + "\", \"from_state\": \"" + from + "\"}");
    }

    Reply move(String key, String own, String body, String... headers) {
        return send(key, "POST", own + "/transitions", body, headers);
    }

    Reply get(String key, String path) {
        return Reply.of(board.get(path, "Authorization", "Bearer " + key));
    }

    Reply send(String key, String method, String path, String body, String... headers) {
        return Reply.of(board.send(key, method, path, body, headers));
    }

    /// What an hour would do.
    void letTheInterviewBegin() {
        sql("update application set detail = detail || jsonb_build_object('slot_start', now() - interval '1 minute')"
                + " where state = 'INTERVIEW_SCHEDULED'");
    }

    /// The first column of the first row.
    String sql(String statement) {
        var rows = Sql.run(database, statement);
        return rows.isEmpty() ? "" : rows.getFirst();
    }

    private static String created(Reply reply) {
        if (reply.status() != 201) throw new AssertionError(reply.toString());
        return reply.location();
    }

    /// A transaction of somebody else's that holds what that statement locks.
    Held hold(String statement) throws SQLException {
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        connection.setAutoCommit(false);
        try (var locking = connection.createStatement()) {
            locking.execute(statement);
        }
        return new Held(connection);
    }

    final class Held implements AutoCloseable {
        private final Connection connection;

        private Held(Connection connection) {
            this.connection = connection;
        }

        void awaitSomebodyWaiting() throws InterruptedException {
            Eventually.within(
                    Duration.ofSeconds(30),
                    "somebody waits for the lock",
                    () -> !sql("select pid from pg_stat_activity where datname = current_database()"
                                    + " and wait_event_type = 'Lock'")
                            .isEmpty());
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    @Override
    public void close() {
        board.close();
    }
}
