package dev.rozgar.application.change;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Subject.Kind;
import dev.rozgar.application.change.Transition.Actor;
import dev.rozgar.domain.Event;
import dev.rozgar.domain.billing.InvoiceEvent;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyEvent;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.HiringEvent;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobEvent;
import dev.rozgar.domain.job.JobState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns what happened into lines of the log. A step to which the caller has no right was taken by the board's rules
/// on top of the caller's, and stands there as theirs.
public final class Logbook {
    /// The move of a first line.
    public static final String CREATE = "CREATE";

    /// The moves of lines that leave the state as it is.
    public static final String EDIT_FORM = "EDIT_FORM";

    public static final String OPEN_SLOT = "OPEN_SLOT";
    public static final String REMOVE = "REMOVE";

    private static final Identity RULES = Identity.system("rules");

    private final Workspace space;
    private final Identity who;

    public Logbook(Workspace space, Identity who) {
        this.space = space;
        this.who = who;
    }

    /// What stands in the log of that kind of thing besides the moves of its machine.
    public static List<String> besides(Kind kind) {
        return switch (kind) {
            case JOB -> List.of(CREATE, EDIT_FORM, OPEN_SLOT, REMOVE);
            case COMPANY -> List.of(CREATE, REMOVE);
            case APPLICATION, INVOICE -> List.of(CREATE);
        };
    }

    /// Something that was done to a thing and left its state as it is.
    public record Note(Subject subject, String move, Enum<?> state) {
        public static Note of(Job job, String move) {
            return new Note(
                    new Subject(Kind.JOB, job.id().value()), move, job.state().kind());
        }

        public static Note of(Company company, String move) {
            return new Note(
                    new Subject(Kind.COMPANY, company.id().value()),
                    move,
                    company.state().kind());
        }
    }

    /// Writes one line.
    ///
    /// @param version the thing's own, from then on
    public Transition write(Note note, long version, Instant at) {
        var state = note.state().name();
        return space.log(new Transition(
                note.subject(),
                0,
                note.move(),
                Optional.of(state),
                state,
                Optional.empty(),
                Actor.of(who),
                version,
                at));
    }

    /// Writes the events of one thing.
    ///
    /// @param version the thing's own, from then on
    /// @param reason  of the last of them
    public List<Transition> write(List<Event> events, long version, Optional<String> reason) {
        var steps = events.stream().flatMap(event -> step(event).stream()).toList();
        var lines = new ArrayList<Transition>();
        for (int i = 0; i < steps.size(); i++) {
            var why = i == steps.size() - 1 ? reason : Optional.<String>empty();
            lines.add(space.log(steps.get(i).line(actor(steps.get(i)), version, why)));
        }
        return lines;
    }

    private Actor actor(Step step) {
        boolean own = step.right().flatMap(right -> right.of(who.role())).isPresent()
                || step.right().isEmpty();
        return Actor.of(own ? who : RULES);
    }

    private static Optional<Step> step(Event event) {
        return switch (event) {
            case CompanyEvent about -> step(about);
            case JobEvent about -> step(about);
            case HiringEvent about -> step(about);
            case InvoiceEvent about -> step(about);
            default -> Optional.empty();
        };
    }

    private static Optional<Step> step(CompanyEvent event) {
        var subject = new Subject(Kind.COMPANY, event.company().value());
        return switch (event) {
            case CompanyEvent.Registered _ -> Step.first(subject, CompanyState.Kind.UNVERIFIED, event);
            case CompanyEvent.StateChanged(var _, var move, var from, var to, var _) ->
                Optional.of(new Step(subject, Optional.of(Right.of(move)), move.name(), Optional.of(from), to, event));
            case CompanyEvent.ProfileChanged _, CompanyEvent.Removed _ -> Optional.empty();
        };
    }

    private static Optional<Step> step(JobEvent event) {
        var subject = new Subject(Kind.JOB, event.job().value());
        return switch (event) {
            case JobEvent.Drafted _ -> Step.first(subject, JobState.Kind.DRAFT, event);
            case JobEvent.StateChanged(var _, var move, var from, var to, var _) ->
                Optional.of(new Step(subject, Optional.of(Right.of(move)), move.name(), Optional.of(from), to, event));
            case JobEvent.ContentChanged _, JobEvent.Removed _ -> Optional.empty();
        };
    }

    private static Optional<Step> step(HiringEvent event) {
        var subject = new Subject(Kind.APPLICATION, event.application().value());
        return switch (event) {
            case HiringEvent.Applied _ -> Step.first(subject, ApplicationState.Kind.APPLIED, event);
            case HiringEvent.StateChanged(var _, var _, var move, var from, var to, var _) ->
                Optional.of(new Step(subject, Optional.of(Right.of(move)), move.name(), Optional.of(from), to, event));
        };
    }

    private static Optional<Step> step(InvoiceEvent event) {
        var subject = new Subject(Kind.INVOICE, event.invoice().value());
        return switch (event) {
            case InvoiceEvent.Drafted _ -> Step.first(subject, InvoiceState.Kind.DRAFT, event);
            case InvoiceEvent.StateChanged(var _, var move, var from, var to, var _) ->
                Optional.of(new Step(subject, Optional.of(Right.of(move)), move.name(), Optional.of(from), to, event));
            case InvoiceEvent.LinesChanged _, InvoiceEvent.Deleted _ -> Optional.empty();
        };
    }

    /// @param right that it needs; whoever creates has been asked for another one already
    private record Step(
            Subject subject, Optional<Right> right, String move, Optional<Enum<?>> from, Enum<?> to, Event event) {
        static Optional<Step> first(Subject subject, Enum<?> to, Event event) {
            return Optional.of(new Step(subject, Optional.empty(), CREATE, Optional.empty(), to, event));
        }

        Transition line(Actor actor, long version, Optional<String> reason) {
            return new Transition(
                    subject, 0, move, from.map(Enum::name), to.name(), reason, actor, version, event.at());
        }
    }
}
