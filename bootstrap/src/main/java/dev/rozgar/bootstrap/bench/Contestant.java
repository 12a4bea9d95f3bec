package dev.rozgar.bootstrap.bench;

import java.util.Optional;

/// Something that is measured, and what it is measured against.
///
/// @param key short and stable, for the JSON file
/// @param label for people
/// @param limit key of the contestant that shows what is possible at best
/// @param baseline key of the contestant that shows what is usual
public record Contestant(
        String key, String label, Optional<String> limit, Optional<String> baseline, Optional<Target> target) {
    static Contestant of(String key, String label) {
        return new Contestant(key, label, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Contestant reaching(double share, String of) {
        return new Contestant(key, label, Optional.of(of), baseline, Optional.of(new Target.Share(share)));
    }

    /// Compared, and free to be slow.
    Contestant beside(String other) {
        return new Contestant(key, label, Optional.of(other), baseline, Optional.empty());
    }

    Contestant within(double times, String of) {
        return new Contestant(key, label, Optional.of(of), baseline, Optional.of(new Target.Times(times)));
    }

    Contestant answeringWithin(double millis) {
        return new Contestant(key, label, limit, baseline, Optional.of(new Target.Answer(millis)));
    }

    Contestant perSecond(double least) {
        return new Contestant(key, label, limit, baseline, Optional.of(new Target.Rate(least)));
    }

    Contestant against(String usual) {
        return new Contestant(key, label, limit, Optional.of(usual), target);
    }
}
