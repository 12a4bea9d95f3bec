package dev.rozgar.adapters.http.route;

import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import java.util.EnumSet;
import java.util.Set;

/// Who is let in to an operation.
final class Admission {
    private Admission() {}

    /// Sends away who could not do it to anything, before the body is read. Whether the thing is the caller's own,
    /// the use case finds out.
    ///
    /// @throws Refusal (401, 403)
    static void require(Operation operation, Identity who) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (Right right : operation.rights()) verdicts.add(Access.judge(who, right, Owner.NOBODY));
        boolean open = operation.rights().isEmpty();
        if (open || verdicts.contains(Verdict.ALLOWED) || verdicts.contains(Verdict.HIDDEN)) return;
        throw new Refusal(Problems.denied(verdicts.iterator().next()));
    }
}
