package dev.rozgar.bootstrap.settings;

import java.util.List;
import java.util.stream.Collectors;

/// Nothing starts on a wrong setting; this tells all of them at once.
public final class InvalidSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SettingFault> faults;

    InvalidSettings(List<SettingFault> faults) {
        super(faults.stream()
                .map(fault -> "  " + fault)
                .collect(Collectors.joining(System.lineSeparator(), heading(faults.size()), "")));
        this.faults = List.copyOf(faults);
    }

    public List<SettingFault> faults() {
        return faults;
    }

    private static String heading(int count) {
        return (count == 1 ? "One setting is wrong:" : count + " settings are wrong:") + System.lineSeparator();
    }
}
