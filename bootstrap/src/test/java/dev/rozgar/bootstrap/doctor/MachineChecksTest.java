package dev.rozgar.bootstrap.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.doctor.Finding.Grade;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MachineChecksTest {
    @Test
    void failsOnAnOldJdkAndNamesTheRightOne() {
        Finding finding = MachineChecks.jdk(17);
        assertEquals(Grade.FAIL, finding.grade());
        assertTrue(finding.fix().contains("JDK 25"), finding::text);
    }

    @Test
    void warnsOfLittleMemory() {
        assertEquals(Grade.WARN, MachineChecks.memory(2_000).grade());
        assertEquals(Grade.FAIL, MachineChecks.memory(1_000).grade());
        assertEquals(Grade.OK, MachineChecks.memory(8_000).grade());
    }

    @Test
    void failsOnAFullDisk() {
        assertEquals(Grade.FAIL, MachineChecks.disk(Path.of("/data"), 100).grade());
    }

    @Test
    void namesATakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Finding finding = MachineChecks.port("127.0.0.1", taken.getLocalPort());
            assertEquals(Grade.WARN, finding.grade());
            assertTrue(finding.fix().contains("--port"), finding::text);
        }
    }
}
