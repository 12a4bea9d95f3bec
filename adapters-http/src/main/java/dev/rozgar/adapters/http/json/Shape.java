package dev.rozgar.adapters.http.json;

import dev.rozgar.application.document.Kind;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What JSON a body may be, read off the record that it becomes: the component's type says which JSON,
/// `@Nullable` says that the member may be missing or null. [BodyCheck] holds bodies to it, the API's
/// description shows it.
public sealed interface Shape {
    Parsed MOMENT = new Parsed("format", "date-time", Kind.MOMENT.expectation(), OffsetDateTime::parse);
    Parsed DAY = new Parsed("format", "date", Kind.DAY.expectation(), LocalDate::parse);
    Parsed MONTH = new Parsed("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$", "a month such as \"2026-03\"", YearMonth::parse);
    /// JSON Schema's own `time` has an offset; a shift has none.
    Parsed TIME = new Parsed(
            "pattern", "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$", Kind.TIME.expectation(), LocalTime::parse);

    /// Any string; the domain says more.
    record Text() implements Shape {}

    /// A string that the JDK can read.
    ///
    /// @param keyword the word of JSON Schema that says it, with its `value`
    /// @param wanted  for people
    record Parsed(String keyword, String value, String wanted, Function<String, ?> parser) implements Shape {
        public boolean accepts(String text) {
            try {
                var _ = parser.apply(text);
                return true;
            } catch (DateTimeException no) {
                return false;
            }
        }
    }

    /// The names of an enum.
    record Code(List<String> names) implements Shape {}

    /// A number without fraction or exponent.
    record Whole(long least, long most) implements Shape {}

    record Decimal() implements Shape {}

    record Flag() implements Shape {}

    record Many(Shape element) implements Shape {}

    /// An object whose members are not known beforehand.
    record Named(Shape element) implements Shape {}

    /// @param type the record
    record Members(Class<?> type, Map<String, Member> byName) implements Shape {
        /// The same without these; `a/b` is the member `b` of the object `a`.
        public Members without(String... names) {
            Map<String, Member> fewer = new LinkedHashMap<>(byName);
            for (String name : names) {
                int slash = name.indexOf('/');
                if (slash < 0) fewer.remove(name);
                else
                    fewer.computeIfPresent(
                            name.substring(0, slash), (_, outer) -> outer.without(name.substring(slash + 1)));
            }
            return new Members(type, fewer);
        }

        /// These first, then those.
        public Members plus(Members others) {
            Map<String, Member> both = new LinkedHashMap<>(byName);
            both.putAll(others.byName);
            return new Members(type, both);
        }

        /// The same with a member that has another shape.
        public Members with(String name, Shape shape) {
            Map<String, Member> changed = new LinkedHashMap<>(byName);
            changed.computeIfPresent(name, (_, member) -> new Member(shape, member.required()));
            return new Members(type, changed);
        }

        /// What may be merged into it: any of its members, or null to take one away. Lists are replaced whole.
        public Members patch() {
            Map<String, Member> any = new LinkedHashMap<>();
            byName.forEach((name, member) -> {
                Shape shape = member.shape() instanceof Members inner ? inner.patch() : member.shape();
                any.put(name, new Member(shape, false));
            });
            return new Members(type, any);
        }
    }

    record Member(Shape shape, boolean required) {
        private Member without(String name) {
            return shape instanceof Members inner ? new Member(inner.without(name), required) : this;
        }
    }

    /// @throws IllegalArgumentException for a component type that no JSON is declared for: a defect, seen at start
    static Members of(Class<?> type) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType annotated = component.getAnnotatedType();
            members.put(
                    Json.snake(component.getName()),
                    new Member(of(annotated), !annotated.isAnnotationPresent(Nullable.class)));
        }
        return new Members(type, members);
    }

    private static Shape of(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new Many(of(((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return new Named(of(((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[1]));
        }
        if (!(type instanceof Class<?> plain)) throw new IllegalArgumentException("no JSON for " + type);
        if (plain.isRecord()) return of(plain);
        if (plain.isEnum())
            return new Code(Arrays.stream(plain.getEnumConstants())
                    .map(value -> ((Enum<?>) value).name())
                    .toList());
        return scalar(plain);
    }

    private static Shape scalar(Class<?> type) {
        if (type == String.class) return new Text();
        if (type == Integer.class) return new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (type == Long.class) return new Whole(Long.MIN_VALUE, Long.MAX_VALUE);
        if (type == BigDecimal.class) return new Decimal();
        if (type == Boolean.class) return new Flag();
        if (type == OffsetDateTime.class) return MOMENT;
        if (type == LocalDate.class) return DAY;
        if (type == YearMonth.class) return MONTH;
        if (type == LocalTime.class) return TIME;
        throw new IllegalArgumentException("no JSON for " + type);
    }
}
