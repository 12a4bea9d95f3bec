package dev.rozgar.domain;

/// One thing that is wrong with a given value.
///
/// @param pointer where, as an RFC 6901 JSON pointer in the names of the API (`/pay/incentive_max`, `/locations/3`);
///                empty for the value itself
/// @param code    UPPER_SNAKE, see [Faults] for the ones in use
/// @param detail  the rule in words; it never repeats the value
public record Fault(String pointer, String code, String detail) {
    public Fault {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("not a JSON pointer: " + pointer);
        }
        if (!Code.isCode(code)) {
            throw new IllegalArgumentException("not a code: " + code);
        }
    }

    /// The same fault seen from the object that holds the value under `member`; an empty name changes nothing.
    Fault under(String member) {
        return member.isEmpty() ? this : new Fault(pointerTo(member) + pointer, code, detail);
    }

    static String pointerTo(String member) {
        return member.isEmpty() ? "" : "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
