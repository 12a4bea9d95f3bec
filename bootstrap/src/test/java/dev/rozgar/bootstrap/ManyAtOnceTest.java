package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.hiring.Applicant;
import dev.rozgar.application.hiring.Apply;
import dev.rozgar.application.hiring.MoveApplication;
import dev.rozgar.application.posting.MoveJob;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.Consent;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Many callers want the same at the same moment: the real database decides between them.
class ManyAtOnceTest {
    private static final int SEATS = 3;
    private static final int OFFERS = 10;
    private static final int CLIENTS = 50;

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static Board board;

    private final Clock clock = Clock.systemUTC();
    private final MoveApplication move = new MoveApplication(board.wiring().transactions(), clock);

    @BeforeAll
    static void open() {
        board = Board.onSqlOnly();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void fiftyClientsAcceptTenOffersForThreeSeats() throws Exception {
        long company = board.company("seats");
        JobId job = job(company, SEATS);
        List<JobApplication> offered = new ArrayList<>();
        for (int i = 0; i < OFFERS; i++) offered.add(offered(company, job, i));

        List<Answer<Changed<JobApplication>>> answers = atOnce(CLIENTS, i -> {
            JobApplication one = offered.get(i % OFFERS);
            return () -> moved(candidate(one.letter().candidate()), one.id(), new ApplicationMove.Accept());
        });

        assertEquals(SEATS, count(answers, Answer.Done.class));
        assertEquals(CLIENTS - SEATS, count(answers, Answer.Refused.class), answers::toString);
        assertEquals(
                SEATS,
                board.wiring().postgres().hiringPlan().openings(job, 100).stream()
                        .map(opening -> opening.seat().number())
                        .distinct()
                        .count());
        assertEquals(
                1, log(job).stream().filter(line -> line.to().equals("FILLED")).count(), "filled once");
        Job filled = board.wiring().postgres().jobRepository().find(job).orElseThrow();
        assertEquals(JobState.Kind.FILLED, filled.state().kind());
        assertEquals(0, filled.content().openings().left());
    }

    @Test
    void thirtyTwoClientsMakeTheSameMove() throws Exception {
        long company = board.company("moves");
        JobId job = job(company, 1);
        var pause = new MoveJob(board.wiring().transactions(), clock);
        var wanted = new MoveJob.Command(
                job, new JobMove.Pause(), Optional.of(JobState.Kind.PUBLISHED), OptionalLong.empty());

        List<Answer<Changed<Job>>> answers =
                atOnce(32, _ -> () -> pause.handle(recruiter(company), wanted, Terms.usual()));

        assertEquals(1, count(answers, Answer.Done.class));
        assertEquals(31, count(answers, Answer.Refused.class), answers::toString);
        assertEquals(
                1, log(job).stream().filter(line -> line.move().equals("PAUSE")).count());
    }

    private static JobId job(long company, int seats) {
        String body = Board.job(company, "Packer").replaceFirst("\\{", "{\"openings\": {\"total\": " + seats + "}, ");
        var response = board.post("/api/jobs", body);
        assertEquals(201, response.statusCode(), () -> new String(response.body()));
        return new JobId(Board.parse(response).getJsonNumber("id").longValue());
    }

    private JobApplication offered(long company, JobId job, int number) {
        var phone = new PhoneNumber("+9198000%05d".formatted(number));
        var command = new Apply.Command(
                job,
                new Applicant.Introduced("Candidate " + number, phone, Optional.empty()),
                List.of(),
                ApplicationSource.BOARD,
                new Consent(true, true, Optional.empty(), Optional.empty()),
                Optional.empty());
        var applied = new Apply(board.wiring().transactions(), clock)
                .handle(Identity.of(Role.PARTNER, "partner"), command, Terms.usual());
        ApplicationId id = done(applied).id();
        done(moved(recruiter(company), id, new ApplicationMove.Shortlist()));
        var pay = new Pay(
                new BigDecimal("18000.00"),
                new BigDecimal("18000.00"),
                Currency.getInstance("INR"),
                PayPeriod.MONTH,
                Optional.empty(),
                PayKind.FIXED,
                true);
        var start = LocalDate.now(clock).plusDays(7);
        var expiry = Instant.now().plus(Duration.ofDays(3));
        return done(moved(recruiter(company), id, new ApplicationMove.MakeOffer(pay, start, expiry)));
    }

    private Answer<Changed<JobApplication>> moved(Identity who, ApplicationId id, ApplicationMove step) {
        var command = new MoveApplication.Command(id, step, Optional.empty(), OptionalLong.empty());
        return move.handle(who, command, Terms.usual());
    }

    private static JobApplication done(Answer<Changed<JobApplication>> answer) {
        if (answer
                instanceof Answer.Done<Changed<JobApplication>>(Changed<JobApplication> changed, var _, var _, var _))
            return changed.thing();
        throw new AssertionError(answer.toString());
    }

    private static Identity recruiter(long company) {
        return new Identity(
                Role.RECRUITER,
                "recruiter",
                Optional.of(new CompanyId(company)),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }

    private static Identity candidate(CandidateId id) {
        return new Identity(Role.CANDIDATE, "candidate", Optional.empty(), Optional.of(id), Set.of(), Optional.empty());
    }

    private static List<Transition> log(JobId job) {
        return board.wiring().postgres().transitionLog().of(new Subject(Subject.Kind.JOB, job.value()), 0, 100);
    }

    private static <R> long count(List<Answer<R>> answers, Class<?> kind) {
        return answers.stream().filter(kind::isInstance).count();
    }

    /// All wait at one gate before they ask.
    private static <R> List<R> atOnce(int clients, IntFunction<Supplier<R>> client)
            throws InterruptedException, ExecutionException {
        var gate = new CyclicBarrier(clients);
        List<Future<R>> asked = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                Supplier<R> ask = client.apply(i);
                asked.add(threads.submit(() -> {
                    gate.await();
                    return ask.get();
                }));
            }
            List<R> answers = new ArrayList<>();
            for (Future<R> one : asked) answers.add(one.get());
            return answers;
        }
    }
}
