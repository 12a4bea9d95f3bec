package dev.rozgar.domain.company;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.machine.Option;
import java.time.Instant;
import java.util.List;

/// An employer. Loading a row is `new Company(…)`: what is always true is checked here.
///
/// @param version 0 while it is not stored yet; the store raises it on every write and compares it before
public record Company(
        CompanyId id, CompanyProfile profile, CompanyState state, long version, Instant createdAt, Instant updatedAt) {
    public Company {
        var faults = new Faults();
        createdAt = faults.keep("created_at", createdAt, Millis::of);
        updatedAt = faults.keep("updated_at", updatedAt, Millis::of);
        faults.unless(version >= 0, "version", "TOO_SMALL", "starts at 0");
        faults.unless(!updatedAt.isBefore(createdAt), "updated_at", "CONTRADICTION", "is before created_at");
        faults.raise();
    }

    /// A new company, not yet verified.
    public static Decision<Company> register(CompanyId id, CompanyProfile profile, Instant now) {
        var company = new Company(id, profile, new CompanyState.Unverified(), 0, now, now);
        return Decision.accepted(company, new CompanyEvent.Registered(id, company.createdAt));
    }

    /// See [CompanyMove.Verify].
    public Decision<Company> verify(Instant now) {
        return move(new CompanyMove.Verify(), now);
    }

    /// See [CompanyMove.Suspend].
    ///
    /// @throws dev.rozgar.domain.InvalidValues on a blank or overlong reason
    public Decision<Company> suspend(String reason, Instant now) {
        return move(new CompanyMove.Suspend(reason), now);
    }

    /// See [CompanyMove.Reinstate].
    public Decision<Company> reinstate(Instant now) {
        return move(new CompanyMove.Reinstate(), now);
    }

    /// Any move; only the state and `updatedAt` change.
    public Decision<Company> move(CompanyMove move, Instant now) {
        return state.on(move, now).then(next -> {
            var moved = new Company(id, profile, next, version, createdAt, latest(now));
            return Decision.accepted(
                    moved,
                    new CompanyEvent.StateChanged(id, move.trigger(), state.kind(), next.kind(), moved.updatedAt));
        });
    }

    /// The same company with another profile. A contact that is exchanged has not answered yet.
    public Decision<Company> withProfile(CompanyProfile changed, Instant now) {
        boolean same = changed.billingContact().equals(profile.billingContact());
        var next = new Company(id, changed, same ? state : state.withOtherContact(), version, createdAt, latest(now));
        return Decision.accepted(next, new CompanyEvent.ProfileChanged(id, next.updatedAt));
    }

    /// The end of the company: the store keeps a tombstone. Its jobs are ended first, so that each tells its
    /// applicants.
    ///
    /// @param liveJobs how many of its jobs are scheduled, published or paused
    public Decision<Company> remove(int liveJobs, Instant now) {
        if (liveJobs > 0) {
            return Decision.refused(new Reason(
                    "JOBS_LIVE", liveJobs + " jobs of the company are live.", "Close or remove its jobs first."));
        }
        var removed = new Company(id, profile, state, version, createdAt, latest(now));
        return Decision.accepted(removed, new CompanyEvent.Removed(id, removed.updatedAt));
    }

    /// What may happen now; moves that need a reason are thought of as coming with one.
    public List<Option<CompanyState.Kind, CompanyMove.Trigger>> options(Instant now) {
        return CompanyMachine.options(state, now);
    }

    /// What its jobs need to know.
    public Employer employer() {
        return new Employer(id, state);
    }

    /// Clocks of several nodes differ a little; a row never grows younger.
    private Instant latest(Instant now) {
        return now.isBefore(updatedAt) ? updatedAt : now;
    }
}
