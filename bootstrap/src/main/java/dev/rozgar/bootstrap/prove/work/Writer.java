package dev.rozgar.bootstrap.prove.work;

import dev.rozgar.bootstrap.prove.work.Caller.Request;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// One of those who write at the same time. It writes to a company and to vacancies of its own, so that what it does
/// follows from its seed alone, however the others and the faults come in between.
final class Writer {
    private static final int SLOTS = 10;
    private static final int PERCENT = 100;

    private final Caller caller;
    private final Random dice;
    private final String name;
    private final int number;
    private final List<Slot> slots;
    private String companyName;
    private long company;
    private int requests;

    Writer(Caller caller, long seed, int number) {
        this.caller = caller;
        this.dice = new Random(seed * 31 + number);
        this.number = number;
        this.name = "h" + Long.toString(seed, Character.MAX_RADIX) + "-" + number;
        this.companyName = name;
        this.slots = new ArrayList<>(IntStream.range(0, SLOTS)
                .mapToObj(slot -> new Slot(name + "-" + slot))
                .toList());
    }

    void register() {
        company = Bodies.id(send("POST", "/api/companies", Bodies.company(name)));
    }

    /// Does one operation, and returns when it is done.
    void step() {
        Slot slot = slots.get(dice.nextInt(SLOTS));
        int draw = dice.nextInt(PERCENT);
        if (draw < 6) rename();
        else if (slot.live().isEmpty()) create(slot);
        else if (draw < 50) update(slot, slot.live().get());
        else if (draw < 80) turn(slot, slot.live().get());
        else remove(slot, slot.live().get());
    }

    private void rename() {
        companyName = name + " no " + requests;
        send("PATCH", "/api/companies/" + company, Bodies.name(companyName));
    }

    private void create(Slot slot) {
        String title = slot.nextTitle();
        long id = Bodies.id(send("POST", "/api/jobs", Bodies.job(company, title, slot.requisition())));
        slot.isNow(new Slot.Live(id, title, true));
    }

    private void update(Slot slot, Slot.Live job) {
        String title = slot.nextTitle();
        send("PATCH", "/api/jobs/" + job.id(), Bodies.title(title));
        slot.isNow(new Slot.Live(job.id(), title, job.listed()));
    }

    private void turn(Slot slot, Slot.Live job) {
        String move = job.listed() ? Bodies.move("PAUSE", "PUBLISHED") : Bodies.move("RESUME", "PAUSED");
        send("POST", "/api/jobs/" + job.id() + "/transitions", move);
        slot.isNow(new Slot.Live(job.id(), job.title(), !job.listed()));
    }

    private void remove(Slot slot, Slot.Live job) {
        send("DELETE", "/api/jobs/" + job.id(), "");
        slot.isRemoved();
    }

    private HttpResponse<byte[]> send(String method, String path, String body) {
        return caller.done(new Request(method, path, body, name + "-" + requests++), number);
    }

    List<Slot> slots() {
        return slots;
    }

    long company() {
        return company;
    }

    String companyName() {
        return companyName;
    }
}
