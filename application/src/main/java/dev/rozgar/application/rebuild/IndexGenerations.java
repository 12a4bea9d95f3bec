package dev.rozgar.application.rebuild;

import dev.rozgar.application.document.Declaration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The physical indexes behind the names that readers and writers use: the live one, one that may be filled beside it,
/// and those that were live before. Throws [dev.rozgar.application.PortFailure] when the engine does not answer.
public interface IndexGenerations {
    /// What there is at the moment.
    State state();

    /// Creates an empty index for the current declaration in the slot for building. One that is left there goes.
    ///
    /// @return its name
    String startBuilding();

    /// Puts an index that was live before into the slot for building, with all it holds.
    void reopen(String kept);

    /// Empties the slot for building: an index that was made there goes.
    void abandonBuilding();

    /// Takes an index that was live before out of the slot for building again.
    void putBack(String kept);

    /// Makes this index the live one in a single step and frees the slot for building. The old index stays. Broken
    /// if it is not the one in the slot: somebody else may have put another in its place.
    void promote(String built);

    /// Declares to the live index the fields that it does not know yet, and that it is one of the current declaration.
    void widen(String live);

    /// Removes an index that is neither live nor in the slot for building.
    void delete(String kept);

    /// An index and what it was made for.
    ///
    /// @param declaration empty where the index does not say, or is older than the habit of saying it
    record Generation(String name, String fingerprint, Optional<Declaration> declaration) {}

    /// @param kept neither live nor being built, the newest first
    record State(Optional<Generation> live, Optional<Generation> building, List<Generation> kept) {
        public State {
            kept = List.copyOf(kept);
        }

        public Stream<Generation> all() {
            return Stream.concat(Stream.concat(live.stream(), building.stream()), kept.stream());
        }

        /// Whether this index is in the slot for building.
        public boolean isBuilding(String index) {
            return building.filter(one -> one.name().equals(index)).isPresent();
        }

        public boolean isLive(String index) {
            return live.filter(one -> one.name().equals(index)).isPresent();
        }
    }
}
