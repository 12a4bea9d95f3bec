package dev.rozgar.application.checking;

import dev.rozgar.application.document.Document;
import java.util.List;

/// Where two documents differ. This parses them, so it is for people, and never on the way of a read.
@FunctionalInterface
public interface DocumentDiff {
    /// Empty if both say the same, be it in other bytes.
    List<FieldDifference> between(Document truth, Document copy);
}
