package dev.rozgar.application.company;

import static dev.rozgar.application.change.Scene.a;
import static dev.rozgar.application.change.Scene.codes;
import static dev.rozgar.application.change.Scene.done;
import static dev.rozgar.application.change.Scene.recruiter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Terms;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyMove;
import dev.rozgar.domain.company.CompanyState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CompanyUseCasesTest {
    private final Scene scene = new Scene();

    @Test
    void verifiesByItsRulesWhenTheInstallationTrusts() {
        var registered = done(new RegisterCompany(scene.transactions, scene.clock, true)
                .handle(
                        recruiter(new CompanyId(9)),
                        new RegisterCompany.Command(SampleCompanies.profile("asha", "Asha")),
                        Terms.usual()));

        assertEquals(
                List.of("CREATE - UNVERIFIED by recruiter", "VERIFY UNVERIFIED VERIFIED by system:rules"),
                scene.log(Subject.Kind.COMPANY, registered.thing().id().value()));
    }

    @Test
    void suspendsForAReasonThatTheLogKeeps() {
        var company = scene.company();
        var moved = done(new MoveCompany(scene.transactions, scene.clock)
                .handle(
                        a(Role.MODERATOR),
                        new MoveCompany.Command(
                                company,
                                new CompanyMove.Suspend("no papers"),
                                Optional.of(CompanyState.Kind.VERIFIED),
                                OptionalLong.of(1)),
                        Terms.usual()));

        assertEquals(Optional.of("no papers"), moved.lines().getFirst().reason());
        assertEquals(moved.thing(), scene.company(company));
    }

    @Test
    void keepsACompanyWithLiveJobs() {
        var company = scene.company();
        scene.published(company, 1);

        assertEquals(List.of("JOBS_LIVE"), codes(remove(company)));
    }

    @Test
    void removesACompanyWithoutLiveJobs() {
        var company = scene.company();
        done(remove(company));

        assertInstanceOf(Answer.Gone.class, remove(company));
        assertInstanceOf(
                Answer.Gone.class,
                new ViewCompany(scene.transactions, scene.clock).handle(recruiter(company), company));
    }

    @Test
    void editsTheProfileAndLeavesTheStanding() {
        var company = scene.company();
        var edited = done(new EditCompany(scene.transactions, scene.clock)
                .handle(
                        recruiter(company),
                        new EditCompany.Command(
                                company, OptionalLong.of(1), _ -> SampleCompanies.profile("asha", "Asha & Co")),
                        Terms.usual()));

        assertEquals(2, edited.version());
        assertEquals(CompanyState.Kind.VERIFIED, edited.thing().state().kind());
        assertEquals(List.of(), edited.lines());
    }

    private Answer<?> remove(CompanyId company) {
        return new RemoveCompany(scene.transactions, scene.clock)
                .handle(a(Role.OPERATOR), new RemoveCompany.Command(company, OptionalLong.empty()), Terms.usual());
    }
}
