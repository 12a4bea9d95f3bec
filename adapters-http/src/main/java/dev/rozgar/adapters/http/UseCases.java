package dev.rozgar.adapters.http;

import dev.rozgar.application.alerts.AddWebhook;
import dev.rozgar.application.alerts.Alerts;
import dev.rozgar.application.alerts.Deliveries;
import dev.rozgar.application.alerts.EditWebhook;
import dev.rozgar.application.alerts.RemoveSearch;
import dev.rozgar.application.alerts.RemoveWebhook;
import dev.rozgar.application.alerts.RotateSecret;
import dev.rozgar.application.alerts.SaveSearch;
import dev.rozgar.application.alerts.SearchBook;
import dev.rozgar.application.alerts.WebhookBook;
import dev.rozgar.application.billing.DeleteInvoice;
import dev.rozgar.application.billing.DraftInvoice;
import dev.rozgar.application.billing.Invoices;
import dev.rozgar.application.billing.ListInvoices;
import dev.rozgar.application.billing.MoveInvoice;
import dev.rozgar.application.billing.PriceList;
import dev.rozgar.application.billing.ViewInvoice;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.ReadHistory;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.TransitionLog;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.company.EditCompany;
import dev.rozgar.application.company.MoveCompany;
import dev.rozgar.application.company.RegisterCompany;
import dev.rozgar.application.company.RemoveCompany;
import dev.rozgar.application.company.ViewCompany;
import dev.rozgar.application.hiring.Applications;
import dev.rozgar.application.hiring.Apply;
import dev.rozgar.application.hiring.EditForm;
import dev.rozgar.application.hiring.HiringPlan;
import dev.rozgar.application.hiring.ListApplications;
import dev.rozgar.application.hiring.ListOpenings;
import dev.rozgar.application.hiring.ListSlots;
import dev.rozgar.application.hiring.MoveApplication;
import dev.rozgar.application.hiring.OpenSlot;
import dev.rozgar.application.hiring.ViewApplication;
import dev.rozgar.application.posting.EditJob;
import dev.rozgar.application.posting.Grace;
import dev.rozgar.application.posting.MoveJob;
import dev.rozgar.application.posting.PostJob;
import dev.rozgar.application.posting.RemoveJob;
import dev.rozgar.application.posting.ViewJob;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/// Everything that can be done, in the words of the application.
public record UseCases(
        Jobs jobs,
        Companies companies,
        Hiring hiring,
        Billing billing,
        Searches searches,
        Webhooks webhooks,
        ReadHistory history) {
    /// Where everything is kept.
    public record Stores(
            Transactions changes,
            TransitionLog log,
            Applications applications,
            HiringPlan plan,
            Invoices invoices,
            Alerts alerts,
            Deliveries deliveries) {}

    /// @param past whether the job was shown once: who asks for it in public is told that it is gone
    public record Jobs(
            PostJob post, EditJob edit, RemoveJob remove, MoveJob move, ViewJob view, Predicate<JobId> past) {}

    /// @param removed whether there was such a company
    public record Companies(
            RegisterCompany register,
            EditCompany edit,
            RemoveCompany remove,
            MoveCompany move,
            ViewCompany view,
            Predicate<CompanyId> removed) {}

    /// @param form what a job asks of its applicants
    public record Hiring(
            Apply apply,
            MoveApplication move,
            ViewApplication view,
            ListApplications list,
            EditForm editForm,
            OpenSlot openSlot,
            ListSlots slots,
            ListOpenings openings,
            Function<JobId, ApplicationForm> form) {}

    public record Billing(
            DraftInvoice draft, MoveInvoice move, DeleteInvoice delete, ViewInvoice view, ListInvoices list) {}

    public record Searches(SaveSearch save, SearchBook book, RemoveSearch remove) {
        static Searches over(Stores stores, Clock clock) {
            Transactions store = stores.changes();
            return new Searches(new SaveSearch(store, clock), new SearchBook(stores.alerts()), new RemoveSearch(store));
        }
    }

    public record Webhooks(
            AddWebhook add, WebhookBook book, EditWebhook edit, RemoveWebhook remove, RotateSecret rotate) {
        static Webhooks over(Stores stores, Clock clock) {
            Transactions store = stores.changes();
            return new Webhooks(
                    new AddWebhook(store, clock),
                    new WebhookBook(stores.alerts(), stores.deliveries(), clock),
                    new EditWebhook(store),
                    new RemoveWebhook(store),
                    new RotateSecret(store, clock));
        }
    }

    /// What an installation decides for itself.
    ///
    /// @param trusting verify every company at once: for demonstrations and private installations
    /// @param grace    how long a company may owe
    public record Policy(boolean trusting, PriceList prices, Grace grace) {}

    /// All of them over one store, as an installation wants them.
    public static UseCases over(Stores stores, Clock clock, Policy policy) {
        PriceList prices = policy.prices();
        Grace grace = policy.grace();
        Transactions store = stores.changes();
        return new UseCases(
                new Jobs(
                        new PostJob(store, clock, grace),
                        new EditJob(store, clock),
                        new RemoveJob(store, clock),
                        new MoveJob(store, clock, grace),
                        new ViewJob(store, clock, grace),
                        id -> isPast(store, id, clock.instant())),
                new Companies(
                        new RegisterCompany(store, clock, policy.trusting()),
                        new EditCompany(store, clock),
                        new RemoveCompany(store, clock),
                        new MoveCompany(store, clock),
                        new ViewCompany(store, clock),
                        id -> holds(store, space -> space.companies().isRemoved(id))),
                new Hiring(
                        new Apply(store, clock),
                        new MoveApplication(store, clock),
                        new ViewApplication(store, clock),
                        new ListApplications(store, stores.applications(), clock),
                        new EditForm(store, clock),
                        new OpenSlot(store, clock),
                        new ListSlots(store, stores.plan(), clock),
                        new ListOpenings(store, stores.plan(), clock),
                        stores.plan()::form),
                new Billing(
                        new DraftInvoice(store, clock, prices),
                        new MoveInvoice(store, clock, prices),
                        new DeleteInvoice(store, clock),
                        new ViewInvoice(store, clock),
                        new ListInvoices(stores.invoices(), clock)),
                Searches.over(stores, clock),
                Webhooks.over(stores, clock),
                new ReadHistory(store, stores.log(), clock));
    }

    private static boolean isPast(Transactions store, JobId id, Instant now) {
        return holds(store, space -> space.jobs().isPast(id, now));
    }

    private static boolean holds(Transactions store, Function<Workspace, Boolean> question) {
        return store.run(Terms.<Boolean>reading(), space -> Answer.Done.accepted(question.apply(space)))
                        instanceof Answer.Done<Boolean>(Boolean yes, var _, var _, var _)
                && yes;
    }
}
