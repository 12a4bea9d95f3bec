package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.rebuild.IndexGenerations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The indexes behind the aliases ([Names]), made and swapped.
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
    public String startBuilding() {
        Indexes.State state = indexes.state();
        state.all().stream()
                .filter(index -> !state.live().equals(Optional.of(index)))
                .forEach(indexes::delete);
        return indexes.create(state.all());
    }

    @Override
    public long built() {
        return indexes.documents(names.building());
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
        actions.add(Action.of(action -> action.remove(
                remove -> remove.index(built).alias(names.building()).mustExist(true))));
        ElasticFailures.calling(
                "promote", () -> wire.admin().indices().updateAliases(update -> update.actions(actions)));
    }

    @Override
    public void abandonBuilding() {
        indexes.state().building().ifPresent(indexes::delete);
    }
}
