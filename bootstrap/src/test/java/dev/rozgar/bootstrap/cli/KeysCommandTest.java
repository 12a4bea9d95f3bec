package dev.rozgar.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.access.NewKey;
import dev.rozgar.application.access.Role;
import dev.rozgar.bootstrap.Board;
import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.settings.SettingsSources;
import dev.rozgar.engines.TestEngines;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeysCommandTest {
    private static Map<String, String> board;

    @BeforeAll
    static void open() {
        board = Board.postgres(TestEngines.freshDatabase());
        assertEquals(Rozgar.OK, keys("migrate").code());
    }

    @Test
    void aKeyIsPrintedOnceAndKnownByItsHash() {
        String key = create("keys create --role finance --label books");

        assertTrue(key.matches("rzg_[0-9a-f]{8}_[A-Za-z0-9_-]{43}"), key);
        assertEquals(Role.FINANCE, role(key));
        Said listed = keys("keys list");
        assertTrue(listed.out().contains(id(key) + "  FINANCE  books"), listed::out);
        assertFalse(listed.out().contains(key), listed::out);
    }

    @Test
    void aRevokedKeyIsNoKey() {
        String key = create("keys create --role operator --label old --days 3");
        assertEquals(Rozgar.OK, keys("keys revoke " + id(key)).code());

        assertEquals(Role.ANONYMOUS, role(key));
        assertTrue(keys("keys list").out().contains("old, revoked "), "the list tells");
    }

    @Test
    void aKeyCanBeLimited() {
        create("keys create --role moderator --label narrow --only JOB_APPROVE,JOB_REJECT");

        assertTrue(keys("keys list").out().contains("narrow, only JOB_APPROVE,JOB_REJECT"), "the list tells");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        keys("keys create --role recruiter --label x --only INVOICE_VOID --days -1")
                .failedWith(Rozgar.FAILED, "A recruiter has a company", "no right INVOICE_VOID", "longer term");
    }

    @Test
    void aKeyOfNobodyKnownIsRefusedInASentence() {
        keys("keys create --role recruiter --company 999999 --label x")
                .failedWith(Rozgar.FAILED, "There is no company 999999.");
        keys("keys create --role candidate --candidate 999999 --label x")
                .failedWith(Rozgar.FAILED, "There is no candidate 999999.");
    }

    @Test
    void onlyRolesThatHaveKeysAreOffered() {
        Said help = Said.by("keys create --help");

        assertTrue(help.out().contains("RECRUITER"), help::out);
        assertFalse(help.out().contains("ANONYMOUS") || help.out().contains("SYSTEM"), help::out);
    }

    @Test
    void anUnknownIdIsNotRevoked() {
        keys("keys revoke 00000000").failedWith(Rozgar.FAILED, "There is no key 00000000", "rozgar keys list");
    }

    private static String create(String line) {
        Said said = keys(line);
        assertEquals(Rozgar.OK, said.code(), said::toString);
        return said.out().strip();
    }

    private static String id(String key) {
        return key.substring(4, 12);
    }

    private static Role role(String key) {
        Settings settings = Settings.read(SettingsSources.only(board));
        try (Postgres postgres = Postgres.open(settings.postgres())) {
            return postgres.apiKeys()
                    .find(NewKey.sha256(key), Instant.now())
                    .map(identity -> identity.role())
                    .orElse(Role.ANONYMOUS);
        }
    }

    private static Said keys(String line) {
        return Said.by(Stream.concat(
                        Stream.of(line.split(" ")),
                        board.entrySet().stream().flatMap(e -> Stream.of("--set", e.getKey() + "=" + e.getValue())))
                .toList());
    }
}
