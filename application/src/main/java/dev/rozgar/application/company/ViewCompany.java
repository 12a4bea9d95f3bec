package dev.rozgar.application.company;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Approach;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.View;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import java.time.Clock;

/// Shows all of a company to those who may see it, with what may happen to it now.
public final class ViewCompany {
    private final Transactions transactions;
    private final Clock clock;

    public ViewCompany(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public Answer<View<Company>> handle(Identity who, CompanyId id) {
        var now = clock.instant();
        return transactions.run(
                Terms.reading(),
                space -> Approach.of(who, Right.COMPANY_READ)
                        .to(
                                () -> CompanyWrite.find(space, id, now),
                                () -> space.companies().isRemoved(id),
                                stand -> Answer.Done.accepted(stand.view())));
    }
}
