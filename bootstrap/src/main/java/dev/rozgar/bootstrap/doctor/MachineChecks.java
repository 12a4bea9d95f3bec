package dev.rozgar.bootstrap.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The JDK, memory, disk and ports. The limits are what the demo with engines of its own needs.
final class MachineChecks {
    private static final int JDK = 25;
    private static final long MEGABYTE = 1L << 20;
    private static final long MEMORY_MB = 3_000;
    private static final long LEAST_MEMORY_MB = 1_500;
    private static final long DISK_MB = 2_000;
    private static final long LEAST_DISK_MB = 500;

    private MachineChecks() {}

    static List<Finding> run(String host, int port, Path dir) {
        return List.of(jdk(Runtime.version().feature()), memory(totalMemory() / MEGABYTE), disk(dir), port(host, port));
    }

    static Finding jdk(int feature) {
        String detail = "Java " + feature + " at " + System.getProperty("java.home");
        return feature >= JDK
                ? Finding.ok("JDK", detail)
                : Finding.fail("JDK", detail, "install a JDK " + JDK + " and set JAVA_HOME to it");
    }

    static Finding memory(long megabytes) {
        String detail = megabytes + " MB in this machine";
        String fix = "the demo with engines of its own needs " + MEMORY_MB
                + " MB; `rozgar serve` alone is content with 512 MB";
        if (megabytes >= MEMORY_MB) return Finding.ok("memory", detail);
        return megabytes >= LEAST_MEMORY_MB ? Finding.warn("memory", detail, fix) : Finding.fail("memory", detail, fix);
    }

    private static Finding disk(Path dir) {
        try {
            Path there = existing(dir.toAbsolutePath());
            return disk(there, Files.getFileStore(there).getUsableSpace() / MEGABYTE);
        } catch (IOException unreadable) {
            return Finding.warn("disk", dir + " cannot be looked at", "check the rights of that folder");
        }
    }

    static Finding disk(Path dir, long freeMegabytes) {
        String detail = freeMegabytes + " MB free at " + dir;
        String fix = "make room: the engines and the demo data need " + DISK_MB + " MB";
        if (freeMegabytes >= DISK_MB) return Finding.ok("disk", detail);
        return freeMegabytes >= LEAST_DISK_MB ? Finding.warn("disk", detail, fix) : Finding.fail("disk", detail, fix);
    }

    static Finding port(String host, int port) {
        Optional<String> taken = Ports.whyTaken(host, port);
        String subject = "port " + port;
        return taken.map(why -> Finding.warn(
                        subject,
                        why,
                        "stop what listens there, or choose another: --port 8081 or ROZGAR_SERVER_PORT=8081"))
                .orElseGet(() -> Finding.ok(subject, "free"));
    }

    private static Path existing(Path path) {
        @Nullable Path there = path;
        while (there != null && !Files.exists(there)) there = there.getParent();
        return there == null ? path : there;
    }

    private static long totalMemory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
