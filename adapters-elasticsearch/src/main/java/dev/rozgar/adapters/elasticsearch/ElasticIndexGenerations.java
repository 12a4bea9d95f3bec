package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.rebuild.IndexGenerations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The indexes behind the aliases ([Names]), made, swapped and taken away. What an index was made for stands in its
/// `_meta`.
final class ElasticIndexGenerations implements IndexGenerations {
    private final Wire wire;
    private final Names names;
    private final Indexes indexes;

    ElasticIndexGenerations(Wire wire, Names names, Indexes indexes) {
        this.wire = wire;
        this.names = names;
        this.indexes = indexes;
    }

    @Override
    public State state() {
        Indexes.State found = indexes.state();
        Map<String, Generation> all = indexes.generations();
        List<Generation> kept = found.all().stream()
                .filter(index -> !found.live().equals(Optional.of(index))
                        && !found.building().equals(Optional.of(index)))
                .sorted(names.newestFirst())
                .map(index -> generation(all, index))
                .toList();
        return new State(
                found.live().map(index -> generation(all, index)),
                found.building().map(index -> generation(all, index)),
                kept);
    }

    private static Generation generation(Map<String, Generation> all, String index) {
        return all.getOrDefault(index, new Generation(index, "", Optional.empty()));
    }

    @Override
    public String startBuilding() {
        // Named before what is left there goes: no name is given twice in a row.
        List<String> existing = indexes.state().all();
        abandonBuilding();
        return indexes.create(existing);
    }

    @Override
    public void abandonBuilding() {
        Indexes.State state = indexes.state();
        state.building()
                .filter(index -> !state.live().equals(Optional.of(index)))
                .ifPresent(indexes::delete);
    }

    @Override
    public void reopen(String kept) {
        abandonBuilding();
        update(
                "reopen",
                List.of(Action.of(action -> action.add(
                        add -> add.index(kept).alias(names.building()).isWriteIndex(true)))));
    }

    @Override
    public void putBack(String kept) {
        update("put back", List.of(free(kept)));
    }

    @Override
    public void promote(String built) {
        Indexes.State state = indexes.state();
        if (!state.building().equals(Optional.of(built)))
            throw PortFailure.broken(built + " is not the index under construction", null);
        indexes.settle(built);
        List<Action> actions = new ArrayList<>();
        state.live()
                .ifPresent(live -> actions.add(Action.of(
                        action -> action.remove(remove -> remove.index(live).aliases(names.read(), names.write())))));
        actions.add(Action.of(
                action -> action.add(add -> add.index(built).alias(names.read()).filter(Indexes.LISTED))));
        actions.add(Action.of(action ->
                action.add(add -> add.index(built).alias(names.write()).isWriteIndex(true))));
        // All or nothing: had somebody else put another index in the slot meanwhile, nothing at all would happen.
        actions.add(free(built));
        update("promote", actions);
    }

    private Action free(String index) {
        return Action.of(action -> action.remove(
                remove -> remove.index(index).alias(names.building()).mustExist(true)));
    }

    private void update(String doing, List<Action> actions) {
        ElasticFailures.calling(doing, () -> wire.admin().indices().updateAliases(update -> update.actions(actions)));
    }

    @Override
    public void widen(String live) {
        indexes.widen(live);
    }

    @Override
    public void delete(String kept) {
        Indexes.State state = indexes.state();
        Optional<String> index = Optional.of(kept);
        if (!names.isIndex(kept)
                || state.live().equals(index)
                || state.building().equals(index))
            throw PortFailure.broken(kept + " is not an index that is kept", null);
        indexes.delete(kept);
    }
}
