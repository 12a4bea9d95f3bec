package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.access.IssueKey;
import dev.rozgar.application.access.NewKey;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Terms;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One key for each role, so that everything can be tried at once. They are kept beside the demo's data, readable by
/// its owner only, and are the same at the next start.
final class DemoKeys {
    private static final List<Role> ROLES =
            List.of(Role.RECRUITER, Role.CANDIDATE, Role.MODERATOR, Role.FINANCE, Role.OPERATOR, Role.PARTNER);
    private static final String FILE = "keys";

    private final Wiring wiring;
    private final Path file;

    private DemoKeys(Wiring wiring, Path dir) {
        this.wiring = wiring;
        this.file = dir.resolve(FILE);
    }

    /// @param company the recruiter's
    static Map<Role, String> ensure(Wiring wiring, Path dir, CompanyId company) {
        return new DemoKeys(wiring, dir).ensure(company);
    }

    private Map<Role, String> ensure(CompanyId company) {
        Map<Role, String> keys = kept();
        boolean complete = keys.keySet().containsAll(ROLES);
        if (complete && keys.values().stream().allMatch(this::isKnown)) return keys;
        for (Role role : ROLES) keys.put(role, issue(role, company).text());
        keep(keys);
        return keys;
    }

    private boolean isKnown(String key) {
        return wiring.postgres()
                .apiKeys()
                .find(NewKey.sha256(key), Instant.now())
                .isPresent();
    }

    private NewKey issue(Role role, CompanyId company) {
        var command = new IssueKey.Command(
                "demo",
                role,
                role == Role.RECRUITER ? Optional.of(company) : Optional.empty(),
                role == Role.CANDIDATE ? Optional.of(candidate()) : Optional.empty(),
                Set.of(),
                Optional.empty());
        return switch (new IssueKey(wiring.postgres().apiKeys(), Clock.systemUTC()).handle(command)) {
            case Decision.Accepted<NewKey>(NewKey made, var _) -> made;
            case Decision.Refused<NewKey>(var reasons) -> throw new IllegalStateException(reasons.toString());
        };
    }

    /// Somebody whose phone has answered, so that an interview can be arranged.
    private CandidateId candidate() {
        var saved = wiring.transactions().run(Terms.<CandidateId>usual(), workspace -> {
            CandidateId id = workspace.hiring().nextCandidate();
            var phone = new PhoneNumber("+919876543210");
            workspace
                    .hiring()
                    .add(new Candidate(id, "Asha Kumari", phone, Optional.of(Instant.now()), Optional.empty()));
            return Answer.Done.accepted(id);
        });
        if (saved instanceof Answer.Done<CandidateId>(CandidateId id, var _, var _, var _)) return id;
        throw new IllegalStateException("the demo's candidate was not saved: " + saved);
    }

    private Map<Role, String> kept() {
        Map<Role, String> keys = new EnumMap<>(Role.class);
        if (!Files.exists(file)) return keys;
        try {
            for (String line : Files.readAllLines(file)) {
                int mark = line.indexOf('=');
                for (Role role : ROLES)
                    if (mark > 0 && line.substring(0, mark).equals(role.name()))
                        keys.put(role, line.substring(mark + 1));
            }
            return keys;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void keep(Map<Role, String> keys) {
        StringBuilder lines = new StringBuilder();
        keys.forEach((role, key) -> lines.append(role).append('=').append(key).append('\n'));
        SecretFile.write(file, lines);
    }
}
