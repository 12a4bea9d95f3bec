package dev.rozgar.domain;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Collects every fault of an object before refusing it, so that a caller can mend all of them at once.
///
/// In a canonical constructor:
/// ```java
/// var faults = new Faults();
/// label = faults.keep("label", label, l -> Text.line(l, 80));
/// faults.unless(min <= max, "min", "OUT_OF_RANGE", "must not be above max");
/// faults.raise();
/// ```
/// In a request body, where objects nest (each level has its own collector and pointers grow on the way out):
/// ```java
/// var faults = new Faults();
/// var title = faults.required("title", body.title(), Title::new);
/// var pay = faults.optional("pay", body.pay(), PayBody::toPay);
/// var skills = faults.each("skills", body.skills(), SkillBody::toSkill);
/// return faults.build(() -> new JobContent(title.get(), pay.get(), skills.get()));
/// ```
/// Codes in use: REQUIRED, MALFORMED, TOO_LONG, TOO_SMALL, TOO_LARGE, TOO_FEW, TOO_MANY, DUPLICATE, UNKNOWN_VALUE,
/// NOT_ALLOWED, CONTRADICTION. The first 100 faults are kept: more help nobody and a hostile body could cause many.
public final class Faults {
    private static final int MOST = 100;

    private final List<Fault> found = new ArrayList<>();

    /// Notes a fault of `member`; an empty name means the object itself.
    public void add(String member, String code, String detail) {
        add(new Fault(Fault.pointerTo(member), code, detail));
    }

    /// Notes a fault unless the rule holds.
    public void unless(boolean holds, String member, String code, String detail) {
        if (!holds) {
            add(member, code, detail);
        }
    }

    /// Applies a rule that checks and normalises; a refused value is returned as it came, to be dropped by [#raise].
    public <T> T keep(String member, T given, UnaryOperator<T> rule) {
        try {
            return rule.apply(given);
        } catch (InvalidValues e) {
            takeOver(member, e);
            return given;
        }
    }

    /// The count of a list or set must lie between `least` and `most`.
    public void size(String member, int size, int least, int most) {
        unless(size >= least, member, "TOO_FEW", "needs at least " + least);
        unless(size <= most, member, "TOO_MANY", "may have at most " + most);
    }

    /// Points at each entry that has appeared before.
    public void distinct(String member, List<?> keys) {
        var seen = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(keys.get(i))) {
                add(new Fault("/" + i, "DUPLICATE", "appears before in this list").under(member));
            }
        }
    }

    /// A value built from something that must be there.
    public <R, T> Checked<T> required(String member, @Nullable R given, Function<? super R, ? extends T> parse) {
        return at(member, () -> {
            if (given == null) {
                throw InvalidValues.of("REQUIRED", "must be given");
            }
            return parse.apply(given);
        });
    }

    /// A value built from something that may be missing.
    public <R, T> Checked<Optional<T>> optional(
            String member, @Nullable R given, Function<? super R, ? extends T> parse) {
        return given == null ? Checked.valid(Optional.empty()) : at(member, () -> Optional.<T>of(parse.apply(given)));
    }

    /// A list built entry by entry, all faults of all entries noted; a missing list is an empty one.
    public <R, T> Checked<List<T>> each(
            String member, @Nullable List<? extends @Nullable R> given, Function<? super R, ? extends T> parse) {
        if (given == null) {
            return Checked.valid(List.of());
        }
        return at(member, () -> {
            var entries = new Faults();
            var values = new ArrayList<Checked<T>>(given.size());
            for (int i = 0; i < given.size(); i++) {
                values.add(entries.<R, T>required(Integer.toString(i), given.get(i), parse));
            }
            return entries.build(() -> values.stream().map(Checked::get).toList());
        });
    }

    /// Any other value; an empty member name leaves its pointers as they are (for groups that the API lays flat).
    public <T> Checked<T> at(String member, Supplier<? extends T> make) {
        try {
            return Checked.valid(make.get());
        } catch (InvalidValues e) {
            takeOver(member, e);
            return Checked.refused(e);
        }
    }

    /// The whole, once every part was looked at.
    ///
    /// @throws InvalidValues with all faults so far, or with those of the whole
    public <T> T build(Supplier<? extends T> whole) {
        raise();
        return whole.get();
    }

    /// Ends the collecting.
    ///
    /// @throws InvalidValues if there is any fault
    public void raise() {
        if (!found.isEmpty()) {
            throw new InvalidValues(found);
        }
    }

    /// A parser for the names of an enum; the fault lists them.
    public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return name -> Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidValues.of(
                        "UNKNOWN_VALUE",
                        "must be one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Enum::name)
                                                .toList())));
    }

    /// Turns a JDK parser (`Instant::parse`, `BigDecimal::new`) into one that refuses as ours do.
    public static <R, T> Function<R, T> form(String wanted, Function<? super R, ? extends T> parse) {
        return given -> {
            try {
                return parse.apply(given);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw InvalidValues.of("MALFORMED", "must be " + wanted);
            }
        };
    }

    private void takeOver(String member, InvalidValues refusal) {
        refusal.faults().forEach(f -> add(f.under(member)));
    }

    private void add(Fault fault) {
        if (found.size() < MOST) {
            found.add(fault);
        }
    }
}
