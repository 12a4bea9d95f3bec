package dev.rozgar.adapters.http.hiring;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.UseCases;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.posting.PublicJobs;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.Change;
import dev.rozgar.adapters.http.resource.FormSchema;
import dev.rozgar.adapters.http.resource.Keyset;
import dev.rozgar.adapters.http.resource.Preconditions;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.resource.Wish;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Paths;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.RequestBody;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.hiring.EditForm;
import dev.rozgar.application.hiring.ListOpenings;
import dev.rozgar.application.hiring.ListSlots;
import dev.rozgar.application.posting.ViewJob;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import io.helidon.http.Status;
import java.util.List;
import java.util.Set;

/// How a job hires: its questions, its interview slots, its seats.
public final class HiringRoutes {
    public static final Shape.Members FORM = Shape.of(FormBody.class);
    public static final Shape.Members SLOT = Shape.of(SlotBody.class);
    public static final Shape.Members MANAGED_FORM =
            Shape.of(HiringViews.FormReceipt.class).plus(FORM);

    /// More are not shown: who offers as many at once has other tools.
    private static final int MOST_SLOTS = 500;

    private final PublicJobs jobs;
    private final ViewJob view;
    private final UseCases.Hiring hiring;

    public HiringRoutes(HttpApplication application) {
        this.jobs = new PublicJobs(application);
        this.view = application.useCases().jobs().view();
        this.hiring = application.useCases().hiring();
    }

    public void register(Routes routes) {
        routes.on(Operation.READ_FORM, this::form)
                .on(Operation.MANAGE_FORM, this::manageForm)
                .on(Operation.EDIT_FORM, this::editForm)
                .on(Operation.OPEN_SLOT, this::openSlot)
                .on(Operation.LIST_SLOTS, this::slots)
                .on(Operation.LIST_OPENINGS, this::openings);
    }

    /// As public as the job itself.
    private void form(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        JobId id = new JobId(exchange.id());
        jobs.requireShown(id);
        Replies.unversioned(exchange, FormSchema.of(hiring.form().apply(id)));
    }

    /// The version is read before the form: a form that is newer than its tag can be overwritten by nobody.
    private void manageForm(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        JobId id = new JobId(exchange.id());
        Job job = Replies.result(view.handle(exchange.caller(), id)).thing();
        var head = new HiringViews.FormReceipt(id.value(), job.version());
        var form = FormBody.of(hiring.form().apply(id));
        Replies.managed(exchange, job.version(), Json.bytes(head, form));
    }

    private void editForm(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        RequestBody body = RequestBody.json(exchange);
        JobId id = new JobId(exchange.id());
        var command = new EditForm.Command(
                id,
                Preconditions.required(exchange),
                body.as(FORM, FormBody.class).toForm());
        new Change<Changed<ApplicationForm>>(exchange, wish, body.bytes(), (edited, _) -> edited(id, edited.version()))
                .perform(terms -> hiring.editForm().handle(exchange.caller(), command, terms));
    }

    private static StoredReply edited(JobId id, long version) {
        var receipt = new HiringViews.FormReceipt(id.value(), version);
        return new StoredReply(Status.OK_200.code(), "", Preconditions.tag(version), Json.bytes(receipt));
    }

    private void openSlot(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        RequestBody body = RequestBody.json(exchange);
        var command = body.as(SLOT, SlotBody.class).toCommand(new JobId(exchange.id()));
        new Change<InterviewSlot>(exchange, wish, body.bytes(), (slot, _) -> opened(slot))
                .making()
                .absentOnly(Preconditions.onlyIfAbsent(exchange))
                .perform(terms -> hiring.openSlot().handle(exchange.caller(), command, terms));
    }

    private static StoredReply opened(InterviewSlot slot) {
        String location = Paths.JOBS + '/' + slot.job().value() + Paths.SLOTS;
        return new StoredReply(Status.CREATED_201.code(), location, "", Json.bytes(HiringViews.Slot.of(slot)));
    }

    private void slots(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        var command = new ListSlots.Command(new JobId(exchange.id()), MOST_SLOTS);
        List<InterviewSlot> found = Replies.result(hiring.slots().handle(exchange.caller(), command));
        Replies.unversioned(
                exchange,
                Json.bytes(new HiringViews.Slots(
                        found.stream().map(HiringViews.Slot::of).toList())));
    }

    /// As public as the job itself; those who keep it see it always, and learn who has the seats.
    private void openings(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        Keyset page = Keyset.of(exchange.query(), faults);
        exchange.query().requireOnly(Set.of(Keyset.LIMIT, QueryParser.CURSOR), faults);
        JobId id = new JobId(exchange.id());
        int after = (int) Math.min(Seat.MOST, page.after());
        var command = new ListOpenings.Command(id, after, page.most() + 1);
        var answer = hiring.openings().handle(exchange.caller(), command);
        if (!answer.kept()) jobs.requireShown(id);
        List<ListOpenings.Opening> found = answer.openings();
        var slice = page.cut(found, opening -> (long) opening.seat().number());
        var items = slice.items().stream().map(HiringViews.Opening::of).toList();
        Replies.privatePage(exchange, slice, links -> new HiringViews.Openings(items, slice.cursor(), links));
    }
}
