package dev.rozgar.application.shadow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Says of jobs what it is told to; of itself nothing is under way.
public final class KnownSuspects implements Suspects {
    public final Set<Long> underWay = new HashSet<>();
    public final Set<Long> refused = new HashSet<>();
    public final Map<Long, Long> changes = new HashMap<>();
    public final List<Long> owed = new ArrayList<>();
    public boolean quiet = true;

    @Override
    public Map<Long, Standing> of(Collection<Long> jobs) {
        return jobs.stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> new Standing(changes.getOrDefault(id, 0L), underWay.contains(id), refused.contains(id)),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    @Override
    public boolean isQuiet() {
        return quiet;
    }

    @Override
    public void owe(List<Long> jobs) {
        owed.addAll(jobs);
    }
}
