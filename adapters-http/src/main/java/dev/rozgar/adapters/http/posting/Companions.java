package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.resource.FormSchema;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Hit;
import dev.rozgar.application.document.Sought;
import dev.rozgar.application.listing.JobCompanions;
import dev.rozgar.application.listing.JobCompanions.Companion;
import dev.rozgar.application.listing.JobCompanions.Expansion;
import dev.rozgar.domain.job.JobId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What was wanted beside the documents, looked up once they are found.
final class Companions {
    private final JobCompanions companions;

    Companions(JobCompanions companions) {
        this.companions = companions;
    }

    /// A page with its hits.
    ///
    /// @param members of the reply, each `,"name":value`
    record Beside(DocumentPage page, String members) {}

    Beside of(DocumentPage page, PageWishes wishes, Optional<Sought> sought) {
        String members = wishes.expand().isEmpty() ? "" : ",\"expanded\":" + expanded(page.items(), wishes.expand());
        return wishes.highlight() && sought.isPresent()
                ? highlighted(page, sought.get(), members)
                : new Beside(page, members);
    }

    /// One job with its companions.
    Document of(Document job, Set<Expansion> wanted) {
        if (wanted.isEmpty()) return job;
        Companion one = companions.of(ids(List.of(job)), wanted).getFirst();
        return job.with(
                "expanded",
                wanted.stream().map(kind -> member(kind, json(kind, one))).collect(Collectors.joining(",", "{", "}")));
    }

    /// A page is worth more without them than an error is.
    private Beside highlighted(DocumentPage page, Sought sought, String members) {
        List<Hit> hits = new ArrayList<>();
        try {
            List<Optional<String>> found = companions.highlights(ids(page.items()), sought);
            for (int i = 0; i < found.size(); i++) {
                Hit hit = page.hits().isEmpty() ? Hit.SILENT : page.hits().get(i);
                hits.add(hit.highlighted(found.get(i)));
            }
        } catch (PortFailure failure) {
            if (failure.kind() != PortFailure.Kind.UNAVAILABLE) throw failure;
            return new Beside(page, members + ",\"highlighted\":false");
        }
        return new Beside(page.telling(hits), members + ",\"highlighted\":true");
    }

    private String expanded(List<Document> jobs, Set<Expansion> wanted) {
        List<Companion> all = companions.of(ids(jobs), wanted);
        return wanted.stream()
                .map(kind -> member(kind, list(all, companion -> json(kind, companion))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String list(List<Companion> all, Function<Companion, String> json) {
        return all.stream().map(json).collect(Collectors.joining(",", "[", "]"));
    }

    private static String member(Expansion kind, String json) {
        return '"' + PageWishes.name(kind) + "\":" + json;
    }

    private static String json(Expansion kind, Companion companion) {
        return switch (kind) {
            case COMPANY -> companion.company().map(Document::toString).orElse("null");
            case QUESTIONS ->
                companion
                        .questions()
                        .map(form -> new String(FormSchema.of(form), StandardCharsets.UTF_8))
                        .orElse("null");
        };
    }

    private static List<JobId> ids(List<Document> jobs) {
        return jobs.stream().map(job -> new JobId(job.id())).toList();
    }
}
