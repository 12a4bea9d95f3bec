package dev.rozgar.application.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every right and every role against a table of its own.
class RightsTest {
    private static final CompanyId COMPANY = new CompanyId(1);
    private static final CandidateId CANDIDATE = new CandidateId(2);
    private static final Owner OURS = new Owner(Optional.of(COMPANY), Optional.of(CANDIDATE), Optional.of("key:1"));
    private static final Owner THEIRS =
            new Owner(Optional.of(new CompanyId(3)), Optional.of(new CandidateId(4)), Optional.of("key:2"));

    /// A: anything, O: only one's own, -: never. The columns are the roles in their order.
    private static final String TABLE = """
            READ_LISTED                    A A A A A A A A
            COMPANY_REGISTER               - - A - - A - -
            COMPANY_READ                   - - O A A A - -
            COMPANY_EDIT                   - - O - - A - -
            COMPANY_REMOVE                 - - - - - A - -
            COMPANY_VERIFY                 - - - A - A - -
            COMPANY_VERIFY_CONTACT         - - - A - A - -
            COMPANY_SUSPEND                - - - A - A - -
            COMPANY_REINSTATE              - - - A - A - -
            JOB_POST                       - - O - - A - -
            JOB_READ                       - - O A - A - -
            JOB_EDIT                       - - O - - A - -
            JOB_REMOVE                     - - O - - A - -
            JOB_SUBMIT                     - - O - - A - -
            JOB_APPROVE                    - - - A - - - A
            JOB_REQUEST_CHANGES            - - - A - - - -
            JOB_REJECT                     - - - A - - - -
            JOB_MARK_SPAM                  - - - A - - - -
            JOB_START                      - - - - - - - A
            JOB_PAUSE                      - - O - - A - -
            JOB_RESUME                     - - O - - A - -
            JOB_FILL                       - - O - - - - A
            JOB_EXPIRE                     - - - - - - - A
            JOB_REOPEN                     - - O - - A - -
            JOB_CLOSE                      - - O - - A - -
            JOB_ARCHIVE                    - - - - - - - A
            APPLICATION_APPLY              - O - - - - A -
            APPLICATION_READ               - O O - - - O -
            APPLICATION_AUTO_SCREEN        - - - - - - - A
            APPLICATION_VIEW               - - O - - - - -
            APPLICATION_SHORTLIST          - - O - - - - -
            APPLICATION_SCHEDULE_INTERVIEW - O O - - - O -
            APPLICATION_RESCHEDULE         - O O - - - - -
            APPLICATION_NO_SHOW            - - O - - - - -
            APPLICATION_ATTEND             - - O - - - - -
            APPLICATION_OFFER              - - O - - - - -
            APPLICATION_ACCEPT             - O - - - - - -
            APPLICATION_DECLINE            - O - - - - - -
            APPLICATION_LAPSE              - - - - - - - A
            APPLICATION_CONFIRM_JOINING    - - O - - - - -
            APPLICATION_DROP               - - O - - - - -
            APPLICATION_REJECT             - - O - - - - -
            APPLICATION_UNREJECT           - - O - - - - -
            APPLICATION_WITHDRAW           - O - - - - - -
            APPLICATION_JOB_CLOSED         - - - - - - - A
            INVOICE_READ                   - - O - A - - -
            INVOICE_DRAFT                  - - - - A - - A
            INVOICE_ISSUE                  - - - - A - - A
            INVOICE_RECORD_PAYMENT         - - - - A - - -
            INVOICE_WRITE_OFF              - - - - A - - -
            INVOICE_VOID                   - - - - A - - -
            INVOICE_CREDIT                 - - - - A - - -
            SEARCH_SAVE                    - O O - - - O -
            WEBHOOK_KEEP                   - O O - - - O -
            INDEX_READ                     - - - - - A - -
            INDEX_MANAGE                   - - - - - A - -
            """;

    record Cell(Right right, Role role, char reach) {}

    static Stream<Cell> cells() {
        return TABLE.lines()
                .map(line -> line.split(" +"))
                .flatMap(row -> IntStream.range(0, Role.values().length)
                        .mapToObj(i -> new Cell(Right.valueOf(row[0]), Role.values()[i], row[i + 1].charAt(0))));
    }

    @Test
    void hasARowForEveryRightAndAColumnForEveryRole() {
        var rows = TABLE.lines().map(line -> line.split(" +")).toList();

        assertEquals(
                Arrays.stream(Right.values()).map(Enum::name).toList(),
                rows.stream().map(row -> row[0]).toList());
        assertEquals(
                Set.of(Role.values().length + 1),
                Set.copyOf(rows.stream().map(row -> row.length).toList()));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void judgesOnesOwnAsTheTableSays(Cell cell) {
        var expected = cell.reach() == '-' ? never(cell.role()) : Verdict.ALLOWED;

        assertEquals(expected, Access.judge(identity(cell.role(), Set.of()), cell.right(), OURS));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void judgesWhatIsSomebodyElsesAsTheTableSays(Cell cell) {
        var expected = switch (cell.reach()) {
            case 'A' -> Verdict.ALLOWED;
            case 'O' -> Verdict.HIDDEN;
            default -> never(cell.role());
        };

        assertEquals(expected, Access.judge(identity(cell.role(), Set.of()), cell.right(), THEIRS));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void letsANarrowKeyDoNothingBesides(Cell cell) {
        var other = cell.right() == Right.READ_LISTED ? Right.COMPANY_READ : Right.READ_LISTED;
        var expected = cell.reach() == '-' ? never(cell.role()) : Verdict.FORBIDDEN;

        assertEquals(expected, Access.judge(identity(cell.role(), Set.of(other)), cell.right(), OURS));
    }

    @Test
    void takesNobodyForTheOwnerOfWhatBelongsToNobody() {
        var recruiter = Identity.of(Role.RECRUITER, "key:1");

        assertEquals(Verdict.HIDDEN, Access.judge(recruiter, Right.JOB_READ, Owner.NOBODY));
        assertEquals(
                List.of(Verdict.HIDDEN, Verdict.HIDDEN),
                List.of(
                        Access.judge(recruiter, Right.JOB_READ, OURS),
                        Access.judge(identity(Role.RECRUITER, Set.of()), Right.JOB_READ, Owner.NOBODY)));
    }

    @Test
    void takesNobodyButAPartnerForTheOneThatBroughtIt() {
        var brought = new Owner(Optional.empty(), Optional.empty(), Optional.of("key:1"));

        assertEquals(Verdict.HIDDEN, Access.judge(identity(Role.CANDIDATE, Set.of()), Right.APPLICATION_READ, brought));
        assertEquals(Verdict.HIDDEN, Access.judge(identity(Role.RECRUITER, Set.of()), Right.APPLICATION_READ, brought));
        assertEquals(Verdict.ALLOWED, Access.judge(identity(Role.PARTNER, Set.of()), Right.APPLICATION_READ, brought));
    }

    private static Verdict never(Role role) {
        return role == Role.ANONYMOUS ? Verdict.UNKNOWN_CALLER : Verdict.FORBIDDEN;
    }

    private static Identity identity(Role role, Set<Right> only) {
        return new Identity(
                role,
                "key:1",
                role == Role.RECRUITER ? Optional.of(COMPANY) : Optional.empty(),
                role == Role.CANDIDATE ? Optional.of(CANDIDATE) : Optional.empty(),
                only,
                Optional.empty());
    }
}
