package dev.rozgar.application.change;

import dev.rozgar.application.change.Answer.Done;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.domain.company.CompanyId;
import java.util.function.Function;

/// A store of changes that a contract is tried on.
abstract class OpenStore {
    /// A store; what earlier facts committed may still be there.
    protected abstract Transactions transactions();

    /// The log of the same store.
    protected abstract TransitionLog log();

    final CompanyId nextCompany() {
        return run(space -> space.companies().nextId());
    }

    final CompanyId newCompany(Workspace space) {
        return newCompany(space, space.companies().nextId());
    }

    final CompanyId newCompany(Workspace space, CompanyId id) {
        space.companies().save(SampleCompanies.plain(id));
        return id;
    }

    final <R> R run(Function<Workspace, R> work) {
        Answer<R> answer = transactions().run(Terms.usual(), space -> Done.accepted(work.apply(space)));
        return answer instanceof Done<R>(R result, var _, var _, var _) ? result : assertDone(answer);
    }

    private static <R> R assertDone(Answer<R> answer) {
        throw new AssertionError(answer);
    }
}
