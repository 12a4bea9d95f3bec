package dev.rozgar.bootstrap.demo;

import dev.rozgar.bootstrap.taxonomy.Taxonomy;
import dev.rozgar.domain.job.Education;
import dev.rozgar.domain.job.EnglishLevel;
import dev.rozgar.domain.job.Licence;
import dev.rozgar.domain.job.OccupationId;
import dev.rozgar.domain.job.RemoteMode;
import dev.rozgar.domain.job.ShiftKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// An occupation with what its ads usually say, as `occupations.yaml` lists it.
///
/// @param payLow  the lowest usual pay, rupees a month
/// @param payHigh the highest usual pay, rupees a month
/// @param vehicle brings one's own vehicle
/// @param daily   usually paid by the day
/// @param task    often paid by the piece
record Trade(
        OccupationId occupation,
        String label,
        RemoteMode remote,
        boolean vehicle,
        int payLow,
        int payHigh,
        boolean incentive,
        boolean daily,
        boolean task,
        Education education,
        EnglishLevel english,
        List<String> titles,
        List<String> skills,
        List<Licence> licences,
        List<ShiftKind> shifts,
        List<String> industries,
        List<String> duties) {

    /// Most frequent first.
    static final List<Trade> ALL = read();

    private static final Map<String, Weighted<Trade>> BY_INDUSTRY = new ConcurrentHashMap<>();

    /// One that companies of this industry hire for; staffing companies hire for all.
    static Trade draw(String industry, Dice dice) {
        return BY_INDUSTRY
                .computeIfAbsent(
                        industry,
                        _ -> Weighted.zipf(
                                ALL.stream()
                                        .filter(trade -> trade.hiredBy(industry))
                                        .toList(),
                                Shapes.OCCUPATION_EXPONENT))
                .draw(dice);
    }

    private boolean hiredBy(String industry) {
        return industry.equals("services.staffing") || industries.contains("any") || industries.contains(industry);
    }

    private static List<Trade> read() {
        try (@Nullable InputStream in = Trade.class.getResourceAsStream("occupations.yaml")) {
            List<Map<String, Object>> entries =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in));
            return entries.stream().map(Entry::new).map(Trade::of).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Trade of(Entry entry) {
        var label = entry.text("occupation", "");
        var pay = entry.text("pay", "").split("-");
        return new Trade(
                Taxonomy.standard().occupation(label).orElseThrow(() -> new IllegalStateException(label)),
                label,
                RemoteMode.valueOf(entry.text("remote", "ONSITE")),
                entry.flag("vehicle"),
                Integer.parseInt(pay[0]),
                Integer.parseInt(pay[1]),
                entry.flag("incentive"),
                entry.flag("daily"),
                entry.flag("task"),
                Education.valueOf(entry.text("education", "")),
                EnglishLevel.valueOf(entry.text("english", "")),
                entry.list("titles"),
                entry.list("skills"),
                entry.list("licences").stream().map(Licence::new).toList(),
                entry.list("shifts").stream().map(ShiftKind::valueOf).toList(),
                entry.list("industries"),
                entry.list("duties"));
    }

    private record Entry(Map<String, Object> members) {
        String text(String name, String usual) {
            return String.valueOf(members.getOrDefault(name, usual));
        }

        boolean flag(String name) {
            return Boolean.parseBoolean(text(name, "false"));
        }

        List<String> list(String name) {
            return members.get(name) instanceof List<?> entries
                    ? entries.stream().map(String::valueOf).toList()
                    : List.of();
        }
    }
}
