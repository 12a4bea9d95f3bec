package dev.rozgar.bootstrap.intake;

import dev.rozgar.bootstrap.taxonomy.Taxonomy;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.job.JobSource;
import dev.rozgar.domain.job.LanguageTag;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads a profile and tells all of its faults at once.
final class ProfileYaml {
    private static final Set<String> MEMBERS = Set.of(
            "source",
            "encoding",
            "invalid_bytes",
            "double_encoded",
            "delimiter",
            "missing",
            "language",
            "country",
            "currency",
            "time_zone",
            "term_days",
            "industry",
            "fields",
            "codes",
            "extract",
            "dates",
            "categories",
            "occupations");

    private final String name;
    private final Map<?, ?> members;
    private final List<String> faults = new ArrayList<>();

    private ProfileYaml(String name, Map<?, ?> members) {
        this.name = name;
        this.members = members;
    }

    /// @throws UnusableImport with every fault
    static Profile read(String name, String yaml) {
        try {
            Object whole = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            if (whole instanceof Map<?, ?> members) {
                return new ProfileYaml(name, members).profile();
            }
            throw new UnusableImport("the profile " + name + " is not a list of names and values");
        } catch (YAMLException broken) {
            throw new UnusableImport("the profile " + name + " is no YAML: " + broken.getMessage());
        }
    }

    private Profile profile() {
        members.keySet().stream()
                .map(String::valueOf)
                .filter(member -> !MEMBERS.contains(member))
                .forEach(member -> fault(member, "there is no such setting"));
        var source = value("source", name, JobSource::new);
        var reading = reading();
        var defaults = defaults();
        var fields = byField("fields", (_, value) -> Template.parse(String.valueOf(value)));
        var codes = byField("codes", this::codes);
        var extract = byField("extract", (_, value) -> pattern(String.valueOf(value)));
        var dates = list("dates").stream().flatMap(form -> date(form).stream()).toList();
        var categories = new Profile.Categories(
                text(map("categories"), "separator", ""), list(map("categories").get("known")));
        var occupations = occupations();
        if (!faults.isEmpty()) {
            throw new UnusableImport(faults);
        }
        return new Profile(
                source.orElseThrow(),
                reading.orElseThrow(),
                defaults.orElseThrow(),
                fields,
                codes,
                extract,
                dates,
                categories,
                occupations);
    }

    private Optional<Profile.Reading> reading() {
        var charset = value("encoding", "UTF-8", Charset::forName);
        var invalid = value("invalid_bytes", "replace", List.of("replace", "reject")::indexOf);
        if (invalid.filter(choice -> choice < 0).isPresent()) {
            fault("invalid_bytes", "must be replace or reject");
        }
        var delimiter = text(members, "delimiter", ",");
        if (delimiter.length() != 1) {
            fault("delimiter", "must be one character");
            return Optional.empty();
        }
        var missing = list("missing").stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        boolean repair = Boolean.parseBoolean(text(members, "double_encoded", "false"));
        return charset.map(set ->
                new Profile.Reading(set, invalid.orElse(0) == 1, repair, delimiter.charAt(0), Set.copyOf(missing)));
    }

    private Optional<Profile.Defaults> defaults() {
        var country = value("country", "IN", CountryCode::new);
        var currency = value("currency", "INR", Currency::getInstance);
        var zone = value("time_zone", "Asia/Kolkata", ZoneId::of);
        var language = value("language", "en-IN", LanguageTag::new);
        var term = value("term_days", "30", days -> Duration.ofDays(Math.clamp(Long.parseLong(days), 1, 3650)));
        var code = text(members, "industry", "");
        var industry = Taxonomy.standard().industry(code);
        if (!code.isEmpty() && industry.isEmpty()) {
            fault("industry", "there is no industry " + code);
        }
        if (country.isEmpty() || currency.isEmpty() || zone.isEmpty() || language.isEmpty() || term.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Profile.Defaults(country.get(), currency.get(), zone.get(), language.get(), term.get(), industry));
    }

    private interface FieldReader<T> {
        T read(Field field, Object value);
    }

    private <T> Map<Field, T> byField(String member, FieldReader<T> reader) {
        Map<Field, T> found = new EnumMap<>(Field.class);
        map(member).forEach((key, value) -> {
            var field = Field.of(String.valueOf(key));
            if (field.isEmpty()) {
                fault(member + "." + key, "there is no such field");
                return;
            }
            try {
                found.put(field.get(), reader.read(field.get(), value));
            } catch (UnusableImport | IllegalArgumentException broken) {
                fault(member + "." + key, String.valueOf(broken.getMessage()));
            }
        });
        return found;
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("is no regular expression: " + wrong.getDescription());
        }
    }

    private Map<String, String> codes(Field field, Object value) {
        if (value instanceof Map<?, ?> entries) {
            return entries.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            entry -> String.valueOf(entry.getKey()).toLowerCase(Locale.ROOT),
                            entry -> String.valueOf(entry.getValue())));
        }
        throw new IllegalArgumentException("must be a list of texts and codes");
    }

    private Optional<DateTimeFormatter> date(String form) {
        try {
            return Optional.of(new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(form)
                    .toFormatter(Locale.ENGLISH));
        } catch (IllegalArgumentException broken) {
            fault("dates", form + " is no form of dates");
            return Optional.empty();
        }
    }

    private List<OccupationRule> occupations() {
        var rules = new ArrayList<OccupationRule>();
        if (members.get("occupations") instanceof List<?> entries) {
            for (Object entry : entries) {
                var rule = entry instanceof Map<?, ?> map ? map : Map.of();
                var label = text(rule, "is", "");
                var contains = list(rule.get("contains")).stream()
                        .map(part -> part.toLowerCase(Locale.ROOT))
                        .toList();
                Taxonomy.standard()
                        .occupation(label)
                        .ifPresentOrElse(
                                occupation -> rules.add(OccupationRule.of(contains, occupation)),
                                () -> fault("occupations", "there is no occupation " + label));
            }
        }
        return rules;
    }

    private <T> Optional<T> value(String member, String usual, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text(members, member, usual)));
        } catch (InvalidValues | IllegalArgumentException | DateTimeException broken) {
            fault(member, "cannot be " + text(members, member, usual));
            return Optional.empty();
        }
    }

    private void fault(String member, String what) {
        faults.add("profile " + name + ", " + member + ": " + what);
    }

    private Map<?, ?> map(String member) {
        return members.get(member) instanceof Map<?, ?> map ? map : Map.of();
    }

    private List<String> list(String member) {
        return list(members.get(member));
    }

    private static List<String> list(@Nullable Object value) {
        return value instanceof List<?> entries
                ? entries.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(Map<?, ?> from, String member, String usual) {
        Object value = from.get(member);
        return value == null ? usual : String.valueOf(value);
    }
}
