package dev.rozgar.application.shadow;

import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Hit;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.shadow.Waivers.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The answers of two read models to one query.
record Pages(DocumentPage truth, DocumentPage copy, Waivers waivers) {
    private static final Pattern ID = Pattern.compile("\\{\"id\":([0-9]{1,18}),.*", Pattern.DOTALL);

    /// Documents, their order and bytes, what is told of each, the way on, the count of all and the facets.
    Likeness likeness() {
        return order().and(hits()).and(wayOn()).and(numbers());
    }

    boolean areEqual() {
        return likeness().same();
    }

    /// Whether they show the same documents with the same bytes in one order.
    boolean isInOneOrder() {
        return order().same();
    }

    /// Whether the same is told of each document, and the pages around begin behind the same.
    boolean tellTheSame() {
        return hits().and(wayOn()).same();
    }

    /// Of documents that only one of them shows, or that they show with other bytes.
    Set<Long> differing() {
        Map<Long, String> ours = byId(truth);
        Map<Long, String> theirs = byId(copy);
        Set<Long> differing = new TreeSet<>(ours.keySet());
        differing.addAll(theirs.keySet());
        differing.removeIf(id -> ours.containsKey(id) && ours.get(id).equals(theirs.get(id)));
        return differing;
    }

    /// Of all documents that either shows.
    Set<Long> shown() {
        Set<Long> shown = new HashSet<>(byId(truth).keySet());
        shown.addAll(byId(copy).keySet());
        return shown;
    }

    /// The document at the first place where they show another one, as the truth has it.
    Optional<Long> firstDiffering() {
        List<String> ours = texts(truth);
        List<String> theirs = texts(copy);
        int at = 0;
        while (at < ours.size() && at < theirs.size() && ours.get(at).equals(theirs.get(at))) at++;
        if (at < ours.size()) return Optional.of(id(ours.get(at)));
        return at < theirs.size() ? Optional.of(id(theirs.get(at))) : Optional.empty();
    }

    private Likeness order() {
        List<String> ours = texts(truth);
        List<String> theirs = texts(copy);
        if (ours.equals(theirs)) return Likeness.SAME;
        boolean byDistance = truth.query().order().getFirst() instanceof Sort.ByDistance;
        if (!byDistance || !new HashSet<>(ours).equals(new HashSet<>(theirs))) return Likeness.UNLIKE;
        Likeness all = Likeness.SAME;
        for (int i = 0; i < ours.size(); i++) {
            int there = theirs.indexOf(ours.get(i));
            if (there != i)
                all = all.and(waivers.likeness(Kind.EQUAL_DISTANCES, metres(truth, i), metres(truth, there)))
                        .and(Likeness.by(Kind.EQUAL_DISTANCES));
        }
        return all;
    }

    private static OptionalDouble metres(DocumentPage page, int at) {
        return page.hits().isEmpty()
                ? OptionalDouble.empty()
                : page.hits().get(at).metres();
    }

    /// In the place of each: two that have changed places are as far as each other.
    private Likeness hits() {
        List<Hit> ours = truth.hits();
        List<Hit> theirs = copy.hits();
        if (ours.size() != theirs.size()) return Likeness.UNLIKE;
        Likeness all = Likeness.SAME;
        for (int i = 0; i < ours.size(); i++) {
            all = all.and(Likeness.of(ours.get(i).score().equals(theirs.get(i).score())))
                    .and(waivers.likeness(
                            Kind.ROUNDED_DISTANCE,
                            ours.get(i).metres(),
                            theirs.get(i).metres()));
        }
        return all;
    }

    private Likeness wayOn() {
        return way(truth.next(), copy.next()).and(way(truth.prev(), copy.prev()));
    }

    private Likeness way(Optional<String> here, Optional<String> there) {
        if (here.equals(there)) return Likeness.SAME;
        Optional<Cursor> ours = here.flatMap(token -> Cursor.parse(token, truth.query()));
        Optional<Cursor> theirs = there.flatMap(token -> Cursor.parse(token, copy.query()));
        if (ours.isEmpty() || theirs.isEmpty()) return Likeness.UNLIKE;
        Likeness all = Likeness.SAME;
        for (int i = 0; i < ours.get().keys().size(); i++)
            all = all.and(key(ours.get().keys().get(i), theirs.get().keys().get(i)));
        return all;
    }

    private Likeness key(Optional<Value> ours, Optional<Value> theirs) {
        if (ours.equals(theirs)) return Likeness.SAME;
        return waivers.likeness(Kind.ROUNDED_DISTANCE, metres(ours), metres(theirs));
    }

    private static OptionalDouble metres(Optional<Value> key) {
        return key.orElse(null) instanceof Value.Real real ? OptionalDouble.of(real.number()) : OptionalDouble.empty();
    }

    private Likeness numbers() {
        return Likeness.of(truth.total().equals(copy.total()) && truth.facets().equals(copy.facets()));
    }

    private static List<String> texts(DocumentPage page) {
        return page.items().stream().map(Document::toString).toList();
    }

    private static Map<Long, String> byId(DocumentPage page) {
        Map<Long, String> byId = new LinkedHashMap<>();
        for (String text : texts(page)) byId.put(id(text), text);
        return byId;
    }

    /// Documents begin with their id. One that does not is none of ours: it is under -1.
    private static long id(String text) {
        Matcher id = ID.matcher(text);
        return id.matches() ? Long.parseLong(id.group(1)) : -1L;
    }
}
