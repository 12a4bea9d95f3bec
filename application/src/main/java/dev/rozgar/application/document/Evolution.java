package dev.rozgar.application.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is new in a declaration against another, and so what has to become of an index that was made for the other.
///
/// | kind | what differs | what has to be done |
/// |---|---|---|
/// | [Kind#SAME] | nothing | nothing |
/// | [Kind#ADDITIVE] | there are fields that the other has not | the mapping widened, and every document written again
/// |
/// | [Kind#WIDER] | the other has more fields | nothing: whoever knows fewer fields can read it |
/// | [Kind#BREAKING] | a field is of another kind, use or source, or gone while others came | a new index |
///
/// @param changed fields that both have, and each differently
/// @param root whether the root itself, its table or its window, is another
public record Evolution(List<String> added, List<String> removed, List<String> changed, boolean root) {
    public enum Kind {
        SAME,
        ADDITIVE,
        WIDER,
        BREAKING
    }

    public Evolution {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /// What `ours` has brought against `theirs`.
    public static Evolution between(Declaration theirs, Declaration ours) {
        List<String> changed = ours.fields().entrySet().stream()
                .filter(field -> theirs.fields().containsKey(field.getKey())
                        && !field.getValue().equals(theirs.fields().get(field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        return new Evolution(
                onlyIn(ours, theirs),
                onlyIn(theirs, ours),
                changed,
                !ours.root().equals(theirs.root()));
    }

    /// Against something that does not say what it was made for.
    public static Evolution unknown() {
        return new Evolution(List.of(), List.of(), List.of(), true);
    }

    private static List<String> onlyIn(Declaration one, Declaration other) {
        return one.fields().keySet().stream()
                .filter(path -> !other.fields().containsKey(path))
                .toList();
    }

    public Kind kind() {
        if (root || !changed.isEmpty() || (!added.isEmpty() && !removed.isEmpty())) return Kind.BREAKING;
        if (!added.isEmpty()) return Kind.ADDITIVE;
        return removed.isEmpty() ? Kind.SAME : Kind.WIDER;
    }

    /// In words, the fields by name: `new: a, b; gone: c; changed: d`.
    public String text() {
        List<String> parts = new ArrayList<>();
        note(parts, "new", added.stream());
        note(parts, "gone", removed.stream());
        note(parts, "changed", changed.stream());
        if (root) parts.add("its root, or all of it");
        return parts.isEmpty() ? "nothing" : String.join("; ", parts);
    }

    private static void note(List<String> parts, String what, Stream<String> paths) {
        String all = String.join(", ", paths.toList());
        if (!all.isEmpty()) parts.add(what + ": " + all);
    }
}
