package dev.rozgar.adapters.http.ops;

import dev.rozgar.adapters.http.hiring.HiringRoutes;
import dev.rozgar.adapters.http.hiring.HiringViews;
import dev.rozgar.adapters.http.json.JsonSchemas;
import dev.rozgar.adapters.http.json.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/// The shapes of what belongs to hiring for one job: its form, its interview slots, its seats.
final class HiringSchemas {
    private HiringSchemas() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("EditForm", Schemas.closed(HiringRoutes.FORM));
        all.put("ManagedForm", JsonSchemas.of(HiringRoutes.MANAGED_FORM));
        all.put("FormReceipt", JsonSchemas.of(Shape.of(HiringViews.FormReceipt.class)));
        all.put("OpenSlot", Schemas.closed(HiringRoutes.SLOT));
        all.put("SlotReceipt", JsonSchemas.of(Shape.of(HiringViews.Slot.class)));
        all.put("SlotPage", JsonSchemas.of(Shape.of(HiringViews.Slots.class)));
        all.put("OpeningPage", JsonSchemas.of(Shape.of(HiringViews.Openings.class)));
        return all;
    }
}
