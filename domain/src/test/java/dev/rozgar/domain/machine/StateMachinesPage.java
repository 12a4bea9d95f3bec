package dev.rozgar.domain.machine;

import dev.rozgar.domain.billing.InvoiceMachine;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.company.CompanyMachine;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.hiring.ApplicationMachine;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.job.JobMachine;
import dev.rozgar.domain.job.JobState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page about the machines: a diagram and a table of each, from what was seen when every move was tried.
final class StateMachinesPage {
    static final String COMMAND =
            "mvn -pl domain test -Dtest=StateMachinesPageTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Drozgar.render=true";

    private StateMachinesPage() {}

    static String rendered() {
        return Stream.of(
                        """
                        # State machines

                        Rendered from the types, by trying every move on every state: do not edit. After a change of a
                        machine run

                            %s

                        A move that has no row is refused with `%s`. A guard is the code of a reason against the move;
                        all that apply are named in the refusal. Where a row names several states, the facts decide.
                        """.formatted(COMMAND, NoArrow.CODE),
                        machine("Company", "register", CompanyState.Kind.UNVERIFIED, CompanyMachine.arrows()),
                        machine("Job", "create", JobState.Kind.DRAFT, JobMachine.arrows()),
                        machine("Application", "apply", ApplicationState.Kind.APPLIED, ApplicationMachine.arrows()),
                        machine("Invoice", "create", InvoiceState.Kind.DRAFT, InvoiceMachine.arrows()))
                .collect(Collectors.joining("\n"));
    }

    private static <K extends Enum<K>, T extends Enum<T>> String machine(
            String name, String birth, K first, List<Arrow<K, T>> arrows) {
        return "## " + name + "\n\n" + diagram(birth, first, arrows) + "\n" + table(arrows);
    }

    private static <K extends Enum<K>, T extends Enum<T>> String diagram(
            String birth, K first, List<Arrow<K, T>> arrows) {
        var text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        text.append("    [*] --> ").append(first).append(": ").append(birth).append('\n');
        for (var from : first.getDeclaringClass().getEnumConstants()) {
            var out = arrows.stream().filter(arrow -> arrow.from() == from).toList();
            for (var to : first.getDeclaringClass().getEnumConstants()) {
                var moves = out.stream()
                        .filter(arrow -> arrow.to().contains(to))
                        .map(arrow -> arrow.trigger().name())
                        .collect(Collectors.joining(", "));
                if (!moves.isEmpty()) {
                    text.append("    %s --> %s: %s\n".formatted(from, to, moves));
                }
            }
            if (out.isEmpty()) {
                text.append("    ").append(from).append(" --> [*]\n");
            }
        }
        return text.append("```\n").toString();
    }

    private static <K extends Enum<K>, T extends Enum<T>> String table(List<Arrow<K, T>> arrows) {
        return arrows.stream()
                .map(arrow -> "| %s | %s | %s | %s |\n"
                        .formatted(
                                arrow.from(),
                                arrow.trigger(),
                                arrow.to().stream().map(Enum::name).collect(Collectors.joining(", ")),
                                String.join(", ", arrow.guards())))
                .collect(Collectors.joining("", "| from | move | to | guards |\n|---|---|---|---|\n", ""));
    }
}
