package dev.rozgar.adapters.postgres.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.access.ApiKeys;
import dev.rozgar.application.access.ApiKeys.ApiKey;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresApiKeysTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Instant NOW = SampleJobs.NOW;
    private static final byte[] HASH = hash(1);

    private final ApiKeys keys = DATABASE.postgres().apiKeys();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void noKeys() {
        DATABASE.run("truncate api_key; delete from company");
        PlainRows.insertCompany(DATABASE, 7);
    }

    @Test
    void findsWhoseKeyItIs() {
        keys.save(recruiter("0000000a", Set.of(Right.JOB_POST, Right.JOB_EDIT)), HASH);

        assertEquals(
                Optional.of(new Identity(
                        Role.RECRUITER,
                        "key:0000000a",
                        Optional.of(new CompanyId(7)),
                        Optional.empty(),
                        Set.of(Right.JOB_POST, Right.JOB_EDIT),
                        Optional.empty())),
                keys.find(HASH, NOW));
    }

    @Test
    void findsNobodyUnderAnotherHash() {
        keys.save(recruiter("0000000a", Set.of()), HASH);

        assertEquals(Optional.empty(), keys.find(hash(2), NOW));
    }

    @Test
    void findsNobodyOnceTheKeyIsOver() {
        Instant end = NOW.plus(Duration.ofDays(1));
        keys.save(key("0000000a", Role.OPERATOR, Optional.of(end)), HASH);

        assertTrue(keys.find(HASH, end.minusMillis(1)).isPresent());
        assertEquals(Optional.empty(), keys.find(HASH, end));
    }

    @Test
    void findsNobodyOnceTheKeyIsRevoked() {
        keys.save(key("0000000a", Role.OPERATOR, Optional.empty()), HASH);

        assertTrue(keys.revoke("0000000a", NOW));
        assertEquals(Optional.empty(), keys.find(HASH, NOW));
    }

    @Test
    void remembersTheFirstRevocation() {
        keys.save(key("0000000a", Role.OPERATOR, Optional.empty()), HASH);
        keys.revoke("0000000a", NOW);

        assertTrue(keys.revoke("0000000a", NOW.plusSeconds(5)));
        assertEquals(Optional.of(NOW), keys.list(1).getFirst().revokedAt());
    }

    @Test
    void revokesNoKeyThatIsNotThere() {
        assertFalse(keys.revoke("ffffffff", NOW));
    }

    @Test
    void listsKeysAsTheyWereSavedNewestFirst() {
        ApiKey old = recruiter("0000000a", Set.of(Right.values()));
        ApiKey young = new ApiKey(
                "0000000b",
                "शाम",
                Role.FINANCE,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                NOW.plusMillis(1),
                Optional.of(NOW.plusSeconds(9)),
                Optional.empty());
        keys.save(old, HASH);
        keys.save(young, hash(2));

        assertEquals(List.of(young, old), keys.list(10));
        assertEquals(List.of(young), keys.list(1));
    }

    @Test
    void refusesASecondKeyOfOneHashOrId() {
        keys.save(key("0000000a", Role.OPERATOR, Optional.empty()), HASH);

        assertEquals("DUPLICATE_KEY", conflict(key("0000000b", Role.OPERATOR, Optional.empty()), HASH));
        assertEquals("DUPLICATE_KEY", conflict(key("0000000a", Role.OPERATOR, Optional.empty()), hash(2)));
    }

    @Test
    void refusesAKeyOfACompanyThatIsNotKnown() {
        ApiKey lost = new ApiKey(
                "0000000a",
                "lost",
                Role.RECRUITER,
                Optional.of(new CompanyId(8)),
                Optional.empty(),
                Set.of(),
                NOW,
                Optional.empty(),
                Optional.empty());

        assertEquals("UNKNOWN_COMPANY", conflict(lost, HASH));
    }

    @Test
    void keepsNoKeyOfTheBoardItselfOrOfNobody() {
        for (Role role : List.of(Role.SYSTEM, Role.ANONYMOUS)) {
            assertThrows(PortFailure.class, () -> keys.save(key("0000000a", role, Optional.empty()), HASH));
        }
        assertEquals(List.of(), keys.list(1));
    }

    private String conflict(ApiKey key, byte[] hash) {
        return assertThrows(PortFailure.class, () -> keys.save(key, hash)).code();
    }

    private static ApiKey key(String id, Role role, Optional<Instant> end) {
        return new ApiKey(id, "label", role, Optional.empty(), Optional.empty(), Set.of(), NOW, end, Optional.empty());
    }

    private static ApiKey recruiter(String id, Set<Right> only) {
        return new ApiKey(
                id,
                "Asha's \"key\"",
                Role.RECRUITER,
                Optional.of(new CompanyId(7)),
                Optional.empty(),
                only,
                NOW,
                Optional.empty(),
                Optional.empty());
    }

    private static byte[] hash(int seed) {
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) -seed);
        return hash;
    }
}
