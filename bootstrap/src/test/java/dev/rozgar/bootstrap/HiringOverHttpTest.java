package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.HiringBoard.Applicant;
import dev.rozgar.bootstrap.HiringBoard.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// People hire and are hired through HTTP, on real engines, many of them at once.
class HiringOverHttpTest {
    private static final int SEATS = 3;
    private static final int OFFERS = 10;
    private static final int CLIENTS = 50;
    private static final int SAME = 32;

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static HiringBoard board;

    @BeforeAll
    static void open() {
        board = new HiringBoard();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void fiftyClientsAcceptTenOffersForThreeSeats() throws Exception {
        String job = board.job(SEATS);
        List<Applicant> offered = new ArrayList<>();
        for (int i = 0; i < OFFERS; i++) offered.add(board.offered(job));

        List<Reply> replies = atOnce(CLIENTS, i -> {
            Applicant one = offered.get(i % OFFERS);
            return board.move(one.key(), one.own(), "{\"move\": \"ACCEPT\", \"from_state\": \"OFFERED\"}");
        });

        assertEquals(SEATS, count(replies, 201), replies::toString);
        assertEquals(CLIENTS - SEATS, count(replies, 409), replies::toString);
        for (Reply refused : replies)
            assertTrue(
                    refused.status() == 201
                            || refused.text().contains("NO_OPENINGS_LEFT")
                            || refused.text().contains("FROM_STATE_DIFFERS"),
                    refused::text);
        String history =
                board.get(board.recruiter(), job + "/transitions?limit=100").text();
        assertEquals(2, history.split("\"to_state\":\"FILLED\"", -1).length, history);
        String seats = board.get(board.recruiter(), job + "/openings").text();
        assertEquals(1 + SEATS, seats.split("\"filled\":true,\"application_id\"", -1).length, seats);
        long hired = offered.stream()
                .filter(one -> board.get(one.key(), one.own()).text().contains("\"state\":\"HIRED\""))
                .count();
        assertEquals(SEATS, hired);
    }

    @Test
    void thirtyTwoClientsMakeTheSameMove() throws Exception {
        Applicant one = board.applied(board.job(1));

        List<Reply> replies = atOnce(
                SAME,
                _ -> board.move(
                        board.recruiter(), one.own(), "{\"move\": \"SHORTLIST\", \"from_state\": \"SCREENED\"}"));

        assertEquals(1, count(replies, 201), replies::toString);
        assertEquals(SAME - 1, count(replies, 409), replies::toString);
    }

    /// From an application to a joining, each step by whom it is for.
    @Test
    void somebodyIsHired() {
        String job = board.job(2);
        Reply opened = board.send(board.recruiter(), "POST", job + "/interview-slots", """
                {"start": "%s", "end": "%s", "mode": "PHONE", "capacity": 1}""".formatted(
                        Instant.now().plus(Duration.ofHours(1)), Instant.now().plus(Duration.ofHours(2))));
        assertEquals(201, opened.status(), opened::text);
        String slot = opened.text().replaceFirst("(?s)^\\{\"id\":([0-9]+).*", "$1");
        Applicant one = board.shortlisted(job);
        Applicant other = board.shortlisted(job);
        String schedule =
                "{\"move\": \"SCHEDULE_INTERVIEW\", \"from_state\": \"SHORTLISTED\", \"slot_id\": " + slot + "}";

        done(board.move(one.key(), one.own(), schedule));
        Reply full = board.move(other.key(), other.own(), schedule);
        assertEquals(409, full.status());
        assertTrue(full.text().contains("SLOT_FULL"), full::text);
        assertTrue(board.get(one.key(), job + "/interview-slots").text().contains("\"left\":0"));
        Reply early = board.recruits(one, "ATTEND", "INTERVIEW_SCHEDULED");
        assertEquals(409, early.status());
        assertTrue(early.text().contains("TOO_EARLY"), early::text);
        board.letTheInterviewBegin();
        done(board.recruits(one, "ATTEND", "INTERVIEW_SCHEDULED"));
        done(board.offer(one, "INTERVIEWED"));
        assertEquals(403, board.recruits(one, "ACCEPT", "OFFERED").status());
        done(board.move(one.key(), one.own(), "{\"move\": \"ACCEPT\", \"from_state\": \"OFFERED\"}"));
        done(board.recruits(one, "CONFIRM_JOINING", "HIRED"));

        assertTrue(board.get(one.key(), one.own()).text().contains("\"state\":\"JOINED\""));
        Reply seats = board.get(board.recruiter(), job + "/openings");
        assertTrue(seats.text().contains("{\"seat\":2,\"filled\":false}"), seats::text);
        assertEquals(2, seats.text().split("\"filled\":true", -1).length, seats::text);
        assertEquals(
                "PER_APPLICATION,PER_INTERVIEW,PER_JOINING",
                board.sql("select string_agg(kind, ',' order by kind) from charge where application_id = " + one.id()));
    }

    @Test
    void aRequestWhoseKeyIsInFlightIsRefusedAndAnsweredAlikeLater() throws Exception {
        Applicant one = board.applied(board.job(1));
        String move = "{\"move\": \"SHORTLIST\", \"from_state\": \"SCREENED\"}";
        CompletableFuture<Reply> first;
        try (var held = board.hold("select from application where id = " + one.id() + " for update")) {
            first = CompletableFuture.supplyAsync(
                    () -> board.move(board.recruiter(), one.own(), move, "Idempotency-Key", "k-1"));
            held.awaitSomebodyWaiting();

            Reply meanwhile = board.move(board.recruiter(), one.own(), move, "Idempotency-Key", "k-1");
            assertEquals(409, meanwhile.status(), meanwhile::text);
            assertTrue(meanwhile.text().contains("IDEMPOTENCY_KEY_IN_FLIGHT"), meanwhile::text);
        }
        Reply answered = first.get(1, TimeUnit.MINUTES);
        assertEquals(201, answered.status(), answered::text);
        Reply again = board.move(board.recruiter(), one.own(), move, "Idempotency-Key", "k-1");
        assertEquals(answered, again);
    }

    @Test
    void theClockForgetsWhoeverWithdrewOnceTheConsentHasEnded() throws Exception {
        Applicant one = board.applied(board.job(1));
        done(board.move(one.key(), one.own(), "{\"move\": \"WITHDRAW\", \"reason\": \"I am ill\"}", "If-Match", "*"));
        String known = "select count(*) from candidate c join application a on a.candidate_id = c.id"
                + " where c.phone is not null and a.id = " + one.id();
        assertEquals("1", board.sql(known));

        board.sql("update application set consent_expires_at = now() where id = " + one.id());
        Eventually.within(
                Duration.ofSeconds(30),
                "the candidate is forgotten",
                () -> board.sql(known).equals("0"));

        String seen = board.get(board.recruiter(), one.own()).text();
        assertTrue(seen.matches("(?s).*\"candidate\":\\{\"id\":[0-9]+},\"state\":\"WITHDRAWN\".*"), seen);
        String history =
                board.get(board.recruiter(), one.own() + "/transitions").text();
        assertTrue(history.contains("\"reason\":\"(removed)\""), history);
    }

    private static void done(Reply reply) {
        assertEquals(201, reply.status(), reply::text);
    }

    private static long count(List<Reply> replies, int status) {
        return replies.stream().filter(reply -> reply.status() == status).count();
    }

    /// All wait at one gate before they ask.
    private static List<Reply> atOnce(int clients, IntFunction<Reply> client) throws Exception {
        var gate = new CyclicBarrier(clients);
        List<Future<Reply>> asked = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                int number = i;
                asked.add(threads.submit(() -> {
                    gate.await();
                    return client.apply(number);
                }));
            }
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> one : asked) replies.add(one.get());
            return replies;
        }
    }
}
