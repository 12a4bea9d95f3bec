package dev.rozgar.bootstrap.doctor;

/// What a check found.
///
/// @param subject what was looked at
/// @param detail what is the case
/// @param fix what to do about it; empty where nothing is wrong
public record Finding(Grade grade, String subject, String detail, String fix) {
    /// How bad it is.
    public enum Grade {
        OK,
        /// It works, but not as well as it should.
        WARN,
        /// It does not work.
        FAIL
    }

    static Finding ok(String subject, String detail) {
        return new Finding(Grade.OK, subject, detail, "");
    }

    static Finding warn(String subject, String detail, String fix) {
        return new Finding(Grade.WARN, subject, detail, fix);
    }

    static Finding fail(String subject, String detail, String fix) {
        return new Finding(Grade.FAIL, subject, detail, fix);
    }

    /// One line, or two where there is a fix.
    public String text() {
        String line = String.format("%-5s %-22s %s", grade.name().toLowerCase(java.util.Locale.ROOT), subject, detail);
        return fix.isEmpty() ? line : line + System.lineSeparator() + " ".repeat(29) + "→ " + fix;
    }
}
