package dev.rozgar.application.access;

import dev.rozgar.domain.billing.InvoiceMove;
import dev.rozgar.domain.company.CompanyMove;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.job.JobMove;
import java.util.Optional;

/// The one table of who may do what. Every route and every move needs one of these rights; a move's right bears its
/// name after that of the machine.
public enum Right {
    /// What is shown to the public.
    READ_LISTED(Grants.toAll()),
    /// A new company.
    COMPANY_REGISTER(Grants.none().any(Role.RECRUITER, Role.OPERATOR)),
    /// All of a company, shown or not.
    COMPANY_READ(Grants.none().own(Role.RECRUITER).any(Role.MODERATOR, Role.FINANCE, Role.OPERATOR)),
    /// Another profile.
    COMPANY_EDIT(Grants.none().own(Role.RECRUITER).any(Role.OPERATOR)),
    /// A tombstone.
    COMPANY_REMOVE(Grants.none().any(Role.OPERATOR)),
    COMPANY_VERIFY(Grants.none().any(Role.MODERATOR, Role.OPERATOR)),
    COMPANY_VERIFY_CONTACT(Grants.none().any(Role.MODERATOR, Role.OPERATOR)),
    COMPANY_SUSPEND(Grants.none().any(Role.MODERATOR, Role.OPERATOR)),
    COMPANY_REINSTATE(Grants.none().any(Role.MODERATOR, Role.OPERATOR)),
    /// A new job.
    JOB_POST(Grants.none().own(Role.RECRUITER).any(Role.OPERATOR)),
    /// All of a job, shown or not, its contact included.
    JOB_READ(Grants.none().own(Role.RECRUITER).any(Role.MODERATOR, Role.OPERATOR)),
    /// Other content, questions and interview slots.
    JOB_EDIT(Grants.none().own(Role.RECRUITER).any(Role.OPERATOR)),
    /// A tombstone.
    JOB_REMOVE(Grants.none().own(Role.RECRUITER).any(Role.OPERATOR)),
    JOB_SUBMIT(Grants.none().own(Role.RECRUITER).any(Role.OPERATOR)),
    JOB_APPROVE(Grants.none().any(Role.MODERATOR, Role.SYSTEM)),
    JOB_REQUEST_CHANGES(Grants.none().any(Role.MODERATOR)),
    JOB_REJECT(Grants.none().any(Role.MODERATOR)),
    JOB_MARK_SPAM(Grants.none().any(Role.MODERATOR)),
    JOB_START(Grants.none().any(Role.SYSTEM)),
    JOB_PAUSE(Grants.none().own(Role.RECRUITER).any(Role.OPERATOR)),
    JOB_RESUME(Grants.none().own(Role.RECRUITER).any(Role.OPERATOR)),
    JOB_FILL(Grants.none().own(Role.RECRUITER).any(Role.SYSTEM)),
    JOB_EXPIRE(Grants.none().any(Role.SYSTEM)),
    JOB_REOPEN(Grants.none().own(Role.RECRUITER).any(Role.OPERATOR)),
    JOB_CLOSE(Grants.none().own(Role.RECRUITER).any(Role.OPERATOR)),
    JOB_ARCHIVE(Grants.none().any(Role.SYSTEM)),
    /// A new application.
    APPLICATION_APPLY(Grants.none().own(Role.CANDIDATE).any(Role.PARTNER)),
    /// An application with its candidate.
    APPLICATION_READ(Grants.none().own(Role.CANDIDATE, Role.RECRUITER, Role.PARTNER)),
    APPLICATION_AUTO_SCREEN(Grants.none().any(Role.SYSTEM)),
    APPLICATION_VIEW(Grants.none().own(Role.RECRUITER)),
    APPLICATION_SHORTLIST(Grants.none().own(Role.RECRUITER)),
    APPLICATION_SCHEDULE_INTERVIEW(Grants.none().own(Role.CANDIDATE, Role.RECRUITER, Role.PARTNER)),
    APPLICATION_RESCHEDULE(Grants.none().own(Role.CANDIDATE, Role.RECRUITER)),
    APPLICATION_NO_SHOW(Grants.none().own(Role.RECRUITER)),
    APPLICATION_ATTEND(Grants.none().own(Role.RECRUITER)),
    APPLICATION_OFFER(Grants.none().own(Role.RECRUITER)),
    APPLICATION_ACCEPT(Grants.none().own(Role.CANDIDATE)),
    APPLICATION_DECLINE(Grants.none().own(Role.CANDIDATE)),
    APPLICATION_LAPSE(Grants.none().any(Role.SYSTEM)),
    APPLICATION_CONFIRM_JOINING(Grants.none().own(Role.RECRUITER)),
    APPLICATION_DROP(Grants.none().own(Role.RECRUITER)),
    APPLICATION_REJECT(Grants.none().own(Role.RECRUITER)),
    APPLICATION_UNREJECT(Grants.none().own(Role.RECRUITER)),
    APPLICATION_WITHDRAW(Grants.none().own(Role.CANDIDATE)),
    APPLICATION_JOB_CLOSED(Grants.none().any(Role.SYSTEM)),
    /// An invoice with its lines.
    INVOICE_READ(Grants.none().own(Role.RECRUITER).any(Role.FINANCE)),
    /// A new draft, other lines, or the end of a draft.
    INVOICE_DRAFT(Grants.none().any(Role.FINANCE, Role.SYSTEM)),
    INVOICE_ISSUE(Grants.none().any(Role.FINANCE, Role.SYSTEM)),
    INVOICE_RECORD_PAYMENT(Grants.none().any(Role.FINANCE)),
    INVOICE_WRITE_OFF(Grants.none().any(Role.FINANCE)),
    INVOICE_VOID(Grants.none().any(Role.FINANCE)),
    INVOICE_CREDIT(Grants.none().any(Role.FINANCE)),
    /// Searches that are saved, and what they have found.
    SEARCH_SAVE(Grants.none().own(Role.CANDIDATE, Role.RECRUITER, Role.PARTNER)),
    /// Webhooks, their secrets and what was delivered to them.
    WEBHOOK_KEEP(Grants.none().own(Role.CANDIDATE, Role.RECRUITER, Role.PARTNER)),
    /// How the search index is.
    INDEX_READ(Grants.none().any(Role.OPERATOR)),
    /// Another index, or repairs of the one there is.
    INDEX_MANAGE(Grants.none().any(Role.OPERATOR));

    private final Grants grants;

    Right(Grants grants) {
        this.grants = grants;
    }

    public static Right of(CompanyMove.Trigger move) {
        return valueOf("COMPANY_" + move);
    }

    public static Right of(JobMove.Trigger move) {
        return valueOf("JOB_" + move);
    }

    public static Right of(ApplicationMove.Trigger move) {
        return valueOf("APPLICATION_" + move);
    }

    public static Right of(InvoiceMove.Trigger move) {
        return valueOf("INVOICE_" + move);
    }

    /// The one that a move of whatever machine needs.
    ///
    /// @throws IllegalArgumentException if it is no move
    public static Right ofMove(Enum<?> move) {
        return switch (move) {
            case CompanyMove.Trigger trigger -> of(trigger);
            case JobMove.Trigger trigger -> of(trigger);
            case ApplicationMove.Trigger trigger -> of(trigger);
            case InvoiceMove.Trigger trigger -> of(trigger);
            default -> throw new IllegalArgumentException(move + " is no move");
        };
    }

    /// How far the role has it, if at all.
    public Optional<Reach> of(Role role) {
        return grants.of(role);
    }
}
