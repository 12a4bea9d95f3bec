package dev.rozgar.application.indexing;

import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.ConsistencyToken.Kind;
import dev.rozgar.application.change.ConsistencyToken.Part;
import java.util.LinkedHashMap;
import java.util.Map;

/// Changes that have come to a certain level, the latest of each thing. As many as fit; of one that is forgotten, the
/// ledger is asked again.
final class Known {
    private final int most;
    private final Map<Thing, Long> numbers = new LinkedHashMap<>();
    private long epoch = -1;

    private record Thing(Kind kind, long id) {
        static Thing of(Part part) {
            return new Thing(part.kind(), part.id());
        }
    }

    Known(int most) {
        this.most = most;
    }

    synchronized boolean covers(ConsistencyToken token) {
        return token.parts().isEmpty()
                || token.epoch() == epoch
                        && token.parts().stream()
                                .allMatch(part -> numbers.getOrDefault(Thing.of(part), -1L) >= part.number());
    }

    /// Numbers of an earlier epoch are worth nothing any more.
    synchronized void note(ConsistencyToken token) {
        if (token.epoch() < epoch) return;
        if (token.epoch() > epoch) numbers.clear();
        epoch = token.epoch();
        for (Part part : token.parts()) {
            long newest = Math.max(part.number(), numbers.getOrDefault(Thing.of(part), -1L));
            // The latest is the last to be forgotten.
            numbers.remove(Thing.of(part));
            numbers.put(Thing.of(part), newest);
        }
        var oldest = numbers.keySet().iterator();
        while (numbers.size() > most) {
            oldest.next();
            oldest.remove();
        }
    }
}
