package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.access.ApiKeys;
import dev.rozgar.application.access.ApiKeys.ApiKey;
import dev.rozgar.application.access.IssueKey;
import dev.rozgar.application.access.NewKey;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.access.Role;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Keys for programs, made and taken back. A key's text is printed once, by the one who makes it.
@Command(
        name = "keys",
        description = "Makes, lists and revokes API keys.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "create|list|revoke")
final class KeysCommand {
    private static final int MOST = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "create",
            description = "Makes a key and prints it, once: only its hash is kept.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin SettingsOptions options,
            @Option(
                            names = "--role",
                            required = true,
                            completionCandidates = Holders.class,
                            description = "One of ${COMPLETION-CANDIDATES}.")
                    Role role,
            @Option(names = "--label", required = true, description = "What it is for.") String label,
            @Option(names = "--company", description = "A recruiter's company.") @Nullable Long company,
            @Option(names = "--candidate", description = "A candidate's id.") @Nullable Long candidate,
            @Option(
                            names = "--only",
                            split = ",",
                            description = "Limits it to these rights, of: ${COMPLETION-CANDIDATES}.")
                    @Nullable
                    Set<Right> only,
            @Option(names = "--days", description = "Days until it is over; never without it.") @Nullable
                    Integer days) {
        try (Wiring wiring = Wiring.open(options.read())) {
            var command = new IssueKey.Command(
                    label,
                    role,
                    Optional.ofNullable(company).map(CompanyId::new),
                    Optional.ofNullable(candidate).map(CandidateId::new),
                    only == null ? Set.of() : only,
                    Optional.ofNullable(days).map(Duration::ofDays));
            switch (issued(wiring, command)) {
                case Decision.Accepted<NewKey>(NewKey made, var _) -> out().println(made.text());
                case Decision.Refused<NewKey>(var reasons) ->
                    throw new Refusal(reasons.stream()
                            .map(reason -> reason.detail() + " " + reason.fix())
                            .collect(Collectors.joining(System.lineSeparator())));
            }
        }
        return Rozgar.OK;
    }

    private static Decision<NewKey> issued(Wiring wiring, IssueKey.Command command) {
        try {
            return new IssueKey(wiring.postgres().apiKeys(), Clock.systemUTC()).handle(command);
        } catch (PortFailure failure) {
            if (failure.kind() != PortFailure.Kind.CONFLICT) throw failure;
            String whose = command.company()
                    .map(company -> "company " + company.value())
                    .or(() -> command.candidate().map(candidate -> "candidate " + candidate.value()))
                    .orElseThrow(() -> failure);
            throw new Refusal("There is no " + whose + ".");
        }
    }

    @Command(
            name = "list",
            description = "All keys, newest first, without their text.",
            mixinStandardHelpOptions = true)
    int list(@Mixin SettingsOptions options) {
        try (Wiring wiring = Wiring.open(options.read())) {
            List<ApiKey> keys = wiring.postgres().apiKeys().list(MOST);
            Instant now = Instant.now();
            if (keys.isEmpty()) out().println("There are no keys.");
            for (ApiKey key : keys) out().println(line(key, now));
        }
        return Rozgar.OK;
    }

    @Command(
            name = "revoke",
            description = "Ends a key; services notice within five seconds.",
            mixinStandardHelpOptions = true)
    int revoke(@Mixin SettingsOptions options, @Parameters(paramLabel = "ID", description = "As listed.") String id) {
        try (Wiring wiring = Wiring.open(options.read())) {
            ApiKeys keys = wiring.postgres().apiKeys();
            if (!keys.revoke(id, Instant.now()))
                throw new Refusal("There is no key " + id + ". `rozgar keys list` shows those there are.");
            out().println("revoked " + id);
        }
        return Rozgar.OK;
    }

    private static String line(ApiKey key, Instant now) {
        String of = key.company()
                .map(company -> " of company " + company.value())
                .or(() -> key.candidate().map(candidate -> " of candidate " + candidate.value()))
                .orElse("");
        String limits = key.only().isEmpty()
                ? ""
                : ", only " + key.only().stream().map(Right::name).sorted().collect(Collectors.joining(","));
        String state = key.revokedAt()
                .map(at -> ", revoked " + at)
                .or(() -> key.expiresAt().map(at -> (at.isAfter(now) ? ", until " : ", over since ") + at))
                .orElse("");
        return key.id() + "  " + key.role() + of + "  " + key.label() + limits + state;
    }

    /// Nobody and the board itself have no keys.
    static final class Holders implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Role.values())
                    .filter(role -> role != Role.ANONYMOUS && role != Role.SYSTEM)
                    .map(Role::name)
                    .iterator();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
