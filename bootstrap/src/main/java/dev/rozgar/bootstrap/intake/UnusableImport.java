package dev.rozgar.bootstrap.intake;

import java.util.List;

/// The file or its profile cannot be used at all; nothing was imported. The message is for the person at the terminal.
public final class UnusableImport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    UnusableImport(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    UnusableImport(String fault) {
        this(List.of(fault));
    }

    /// Every fault, one sentence each.
    public List<String> faults() {
        return faults;
    }
}
