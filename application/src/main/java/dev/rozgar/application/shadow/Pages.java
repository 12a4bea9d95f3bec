package dev.rozgar.application.shadow;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The answers of two read models to one query.
record Pages(DocumentPage truth, DocumentPage copy) {
    private static final Pattern ID = Pattern.compile("\\{\"id\":([0-9]{1,18}),.*", Pattern.DOTALL);

    boolean areEqual() {
        return texts(truth).equals(texts(copy))
                && truth.next().equals(copy.next())
                && truth.total().equals(copy.total())
                && truth.facets().equals(copy.facets());
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

    boolean isInOneOrder() {
        return texts(truth).equals(texts(copy));
    }

    private static List<String> texts(DocumentPage page) {
        return page.items().stream().map(Document::toString).toList();
    }

    /// Documents begin with their id. One that does not is none of ours: it is under -1.
    private static Map<Long, String> byId(DocumentPage page) {
        Map<Long, String> byId = new LinkedHashMap<>();
        for (String text : texts(page)) {
            Matcher id = ID.matcher(text);
            byId.put(id.matches() ? Long.parseLong(id.group(1)) : -1L, text);
        }
        return byId;
    }
}
