package dev.rozgar.application.feed;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.feed.InMemoryFeed.Listed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// The fake is held to what the real one must do.
class InMemoryFeedTest extends ChangeFeedContract {
    private static final Instant UNTIL = Instant.parse("2026-04-01T00:00:00Z");

    private final InMemoryFeed feed = new InMemoryFeed();
    private final Map<Long, Listed> jobs = new HashMap<>();
    private int versions;

    @Override
    protected ChangeFeed open() {
        return feed;
    }

    @Override
    protected void put(long id, String region) {
        Document document =
                Document.of(("{\"id\":" + id + ",\"version\":" + ++versions + ",\"region\":\"" + region + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        jobs.put(id, new Listed(document, region, 1, UNTIL));
        feed.put(id, job(id));
    }

    @Override
    protected void pause(long id) {
        feed.remove(id, "PAUSED");
    }

    @Override
    protected void resume(long id) {
        feed.put(id, job(id));
    }

    @Override
    protected void rename() {
        for (long id = 1; id <= jobs.size(); id++) put(id, job(id).region());
    }

    @Override
    protected String document(long id) {
        return job(id).document().toString();
    }

    @Override
    protected void settle() {
        // What is put can be read.
    }

    private Listed job(long id) {
        Listed job = jobs.get(id);
        if (job == null) throw new IllegalStateException("no job " + id);
        return job;
    }
}
