package dev.rozgar.adapters.http.index;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.application.document.Evolution;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.IndexGenerations.Generation;
import dev.rozgar.application.rebuild.IndexReport;
import dev.rozgar.application.rebuild.StartBuild.Started;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The index as it is told to operators.
public final class IndexViews {
    private IndexViews() {}

    /// @param live        the index that readers see, with the declaration it was made for
    /// @param declares    this version's declaration
    /// @param differs     how the two differ, if they do
    /// @param kept        earlier indexes, the newest first
    /// @param owed        documents that changed and are not in the index yet, with the age of the oldest
    /// @param setAside    documents that the index refused
    /// @param fillingIn   fields that not every document has yet; PostgreSQL answers queries by them meanwhile
    /// @param build       the newest build, ended or not
    public record Status(
            @Nullable String live,
            @Nullable String declaration,
            String declares,
            @Nullable String differs,
            Long documents,
            Long listed,
            @Nullable String building,
            List<String> kept,
            Long owed,
            Long oldestOwedMs,
            Long setAside,
            List<String> fillingIn,
            @Nullable Progress build) {
        static Status of(IndexReport report) {
            var generations = report.generations();
            return new Status(
                    name(generations.live()),
                    generations.live().map(Generation::fingerprint).orElse(null),
                    report.declared().fingerprint(),
                    report.evolution()
                            .filter(found -> found.kind() != Evolution.Kind.SAME)
                            .map(Evolution::text)
                            .orElse(null),
                    report.documents(),
                    report.listed(),
                    name(generations.building()),
                    generations.kept().stream().map(Generation::name).toList(),
                    report.backlog().due(),
                    report.backlog().oldest().toMillis(),
                    report.backlog().setAside(),
                    report.lacking(),
                    report.build().map(Progress::of).orElse(null));
        }

        private static @Nullable String name(Optional<Generation> generation) {
            return generation.map(Generation::name).orElse(null);
        }
    }

    /// @param perSecond   documents in a second, of whoever is at it
    /// @param secondsLeft at that pace, while it is under way
    /// @param owner       the process that is or was at it
    /// @param heartbeat   its last sign of life
    /// @param remarks     why it was refused, or what should be known though it was not
    public record Progress(
            Long number,
            Build.Purpose purpose,
            String index,
            Boolean force,
            Integer rate,
            Long done,
            Long total,
            Long refused,
            Long perSecond,
            @Nullable Long secondsLeft,
            String owner,
            OffsetDateTime startedAt,
            OffsetDateTime heartbeat,
            Build.@Nullable Outcome outcome,
            @Nullable OffsetDateTime endedAt,
            List<String> remarks) {
        static Progress of(Build build) {
            return new Progress(
                    build.number(),
                    build.plan().purpose(),
                    build.plan().index(),
                    build.plan().force(),
                    build.plan().rate(),
                    build.position().done(),
                    build.position().total(),
                    build.position().refused(),
                    build.pace(),
                    build.remaining().map(Duration::toSeconds).orElse(null),
                    build.holder().owner(),
                    Json.moment(build.holder().started()),
                    Json.moment(build.holder().heartbeat()),
                    build.end().map(Build.End::outcome).orElse(null),
                    build.end().map(end -> Json.moment(end.at())).orElse(null),
                    build.end().map(Build.End::remarks).orElse(List.of()));
        }
    }

    /// @param build as it begins; not there if it was only asked whether it would
    public record Begun(@Nullable Progress build) {
        static Begun of(Started started) {
            return new Begun(started.build().map(Progress::of).orElse(null));
        }
    }
}
