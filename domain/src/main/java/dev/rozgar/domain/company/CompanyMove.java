package dev.rozgar.domain.company;

import dev.rozgar.domain.Text;

/// What may be asked of a company's standing.
public sealed interface CompanyMove {

    /// Its papers or its mail domain were checked.
    record Verify() implements CompanyMove {}

    /// Somebody answers at the company's contact. It stays unverified, and its jobs are reviewed.
    record VerifyContact() implements CompanyMove {}

    /// It may not post for now; the reason is one line of at most 500 characters.
    record Suspend(String reason) implements CompanyMove {
        public Suspend {
            reason = Text.reason(reason);
        }
    }

    /// The suspension ends.
    record Reinstate() implements CompanyMove {}

    /// The moves' names.
    enum Trigger {
        VERIFY,
        VERIFY_CONTACT,
        SUSPEND,
        REINSTATE
    }

    /// This move's name.
    default Trigger trigger() {
        return switch (this) {
            case Verify _ -> Trigger.VERIFY;
            case VerifyContact _ -> Trigger.VERIFY_CONTACT;
            case Suspend _ -> Trigger.SUSPEND;
            case Reinstate _ -> Trigger.REINSTATE;
        };
    }

    /// Some move of that name, to try a state with.
    static CompanyMove sample(Trigger trigger) {
        return switch (trigger) {
            case VERIFY -> new Verify();
            case VERIFY_CONTACT -> new VerifyContact();
            case SUSPEND -> new Suspend("sample");
            case REINSTATE -> new Reinstate();
        };
    }
}
