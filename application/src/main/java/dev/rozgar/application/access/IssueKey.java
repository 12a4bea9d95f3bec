package dev.rozgar.application.access;

import dev.rozgar.application.access.ApiKeys.ApiKey;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Issues a key. A recruiter's belongs to a company and a candidate's to a candidate; no key is for the board itself or
/// for nobody.
public final class IssueKey {
    private final ApiKeys keys;
    private final Clock clock;

    public IssueKey(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// @param label at most 100 characters
    /// @param only  limits the key to these rights; empty: all of the role's
    /// @param term  after which it is over; empty: never
    public record Command(
            String label,
            Role role,
            Optional<CompanyId> company,
            Optional<CandidateId> candidate,
            Set<Right> only,
            Optional<Duration> term) {}

    public Decision<NewKey> handle(Command command) {
        List<Reason> faults = faults(command);
        if (!faults.isEmpty()) return new Decision.Refused<>(faults);
        var now = clock.instant();
        NewKey made = NewKey.mint();
        keys.save(
                new ApiKey(
                        made.id(),
                        command.label().strip(),
                        command.role(),
                        command.company(),
                        command.candidate(),
                        command.only(),
                        now,
                        command.term().map(now::plus),
                        Optional.empty()),
                made.sha256());
        return Decision.accepted(made);
    }

    private static List<Reason> faults(Command command) {
        var faults = new ArrayList<Reason>();
        Role role = command.role();
        if (role == Role.ANONYMOUS || role == Role.SYSTEM)
            faults.add(new Reason("ROLE_HAS_NO_KEYS", "No key is issued for " + role + ".", "Choose another role."));
        if ((role == Role.RECRUITER) != command.company().isPresent())
            faults.add(
                    new Reason("COMPANY_MISMATCH", "A recruiter has a company, nobody else has.", "Mend --company."));
        if ((role == Role.CANDIDATE) != command.candidate().isPresent())
            faults.add(new Reason(
                    "CANDIDATE_MISMATCH",
                    "A candidate's key names the candidate, no other does.",
                    "Mend --candidate."));
        command.only().stream()
                .filter(right -> right.of(role).isEmpty())
                .sorted()
                .forEach(right -> faults.add(new Reason(
                        "RIGHT_NOT_HELD", "The role " + role + " has no right " + right + ".", "Leave it out.")));
        if (command.label().isBlank() || command.label().strip().length() > 100)
            faults.add(new Reason("LABEL_MALFORMED", "A label has 1 to 100 characters.", "Say what the key is for."));
        if (command.term().filter(term -> term.isNegative() || term.isZero()).isPresent())
            faults.add(new Reason("TERM_MALFORMED", "A key lasts for a while.", "Give a longer term."));
        return faults;
    }
}
