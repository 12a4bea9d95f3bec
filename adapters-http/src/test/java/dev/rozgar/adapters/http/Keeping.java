package dev.rozgar.adapters.http;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.application.access.Role;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.Openings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A board with one verified company (1) and its published job (2), and people who knock at its door.
public final class Keeping {
    public static final Instant UNTIL = Board.NOW.plus(Duration.ofDays(20));
    public static final String COMPANY = """
            {"slug": "acme", "name": "Acme", "locations": [{"locality": "Pune", "country": "IN"}]}""";
    public static final String CONTENT = """
            "title": "Delivery rider", "description": {"text": "Deliver parcels."},
            "locations": [{"locality": "Pune", "country": "IN"}], "employment_types": ["FULL_TIME"],
            "requisition_id": "R-1", "expires_at": "2026-03-21T09:30:00.123Z",
            "contact": {"name": "Asha", "phone": "+911234567890"}""";
    public static final String JOB = "{\"company_id\": 1, " + CONTENT + '}';

    public static final String FORM = """
            {"questions": [{"id": "licence", "label": "A licence?", "type": "SINGLE_SELECT", "required": true,
             "options": [{"value": "yes", "label": "Yes"}, {"value": "no", "label": "No"}], "knockout": ["yes"]}]}""";
    public static final String SLOT = """
            {"start": "2026-03-05T09:00:00Z", "end": "2026-03-05T10:00:00Z", "mode": "WALK_IN", "place": "Gate 2",
             "capacity": 2}""";

    public static final String SEARCH = """
            {"name": "Riders in Pune", "query": "q=rider&near=18.52,73.86&radius_km=10"}""";
    public static final String WEBHOOK = """
            {"url": "https://hooks.example.in/rozgar?k=1", "events": ["search.matched"]}""";

    public final Board board;
    public final String recruiter;
    public final String stranger;

    public Keeping(Board board) {
        this.board = board;
        this.recruiter = key(Role.RECRUITER, 1);
        this.stranger = key(Role.RECRUITER, 99);
    }

    private String key(Role role, long company) {
        return board.keys.make(role, Optional.of(new CompanyId(company)), Optional.empty());
    }

    /// A key of a role that belongs to no company.
    public String key(Role role) {
        return board.keys.make(
                role, Optional.empty(), role == Role.CANDIDATE ? Optional.of(new CandidateId(7)) : Optional.empty());
    }

    public void begin() {
        board.reset();
        require(201, board.post("/api/companies", COMPANY));
        require(201, board.post("/api/jobs", JOB));
    }

    /// The job stands there from now on.
    public void put(JobState state) {
        Job job = board.store.job(2);
        board.store.put(new Job(
                job.id(), job.company(), job.content(), state, job.version(), job.createdAt(), job.updatedAt()));
    }

    /// All seats of the job are taken.
    public void fill() {
        Job job = board.store.job(2);
        board.store.put(new Job(
                job.id(),
                job.company(),
                job.content().with(new Openings(1, 1)),
                job.state(),
                job.version(),
                job.createdAt(),
                job.updatedAt()));
    }

    public Reply send(String key, String method, String target, String json, String... headers) {
        var request = Board.json(board.as(key, target), method, json);
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        return board.send(request);
    }

    public Reply get(String key, String target) {
        return board.send(board.as(key, target));
    }

    public Reply move(String key, String json, String... headers) {
        return send(key, "POST", "/api/jobs/2/transitions", json, headers);
    }

    public static Reply require(int status, Reply reply) {
        if (reply.status() != status) throw new AssertionError(reply.status() + " " + reply.text());
        return reply;
    }
}
