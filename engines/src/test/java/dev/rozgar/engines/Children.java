package dev.rozgar.engines;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The processes below this JVM.
final class Children {
    private Children() {}

    static Set<Long> now() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessTree::runs)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    /// Those that came since then, but for what a server from before has begun.
    static List<Long> since(Set<Long> before) {
        return now().stream()
                .filter(pid -> !before.contains(pid) && !before.contains(parent(pid)))
                .toList();
    }

    private static long parent(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(ProcessHandle::parent)
                .map(ProcessHandle::pid)
                .orElse(0L);
    }
}
