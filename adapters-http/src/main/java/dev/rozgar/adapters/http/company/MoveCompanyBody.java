package dev.rozgar.adapters.http.company;

import dev.rozgar.adapters.http.resource.MoveMembers;
import dev.rozgar.domain.company.CompanyMove;
import dev.rozgar.domain.company.CompanyState;
import org.jspecify.annotations.Nullable;

/// A move of a company.
///
/// @param fromState the state that it is to lead out of; in its place an `If-Match` may say which version is meant
/// @param reason    for SUSPEND
public record MoveCompanyBody(
        CompanyMove.Trigger move,
        CompanyState.@Nullable Kind fromState,
        @Nullable String reason) {

    /// @throws dev.rozgar.domain.InvalidValues where members do not fit the move
    CompanyMove toMove() {
        new MoveMembers(move)
                .with("reason", reason)
                .requireOnly(
                        switch (move) {
                            case SUSPEND -> "reason";
                            case VERIFY, VERIFY_CONTACT, REINSTATE -> "";
                        });
        return switch (move) {
            case VERIFY -> new CompanyMove.Verify();
            case VERIFY_CONTACT -> new CompanyMove.VerifyContact();
            case SUSPEND -> new CompanyMove.Suspend(MoveMembers.needed("reason", reason));
            case REINSTATE -> new CompanyMove.Reinstate();
        };
    }
}
