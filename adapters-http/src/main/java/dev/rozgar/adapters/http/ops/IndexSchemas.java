package dev.rozgar.adapters.http.ops;

import dev.rozgar.adapters.http.index.CheckViews;
import dev.rozgar.adapters.http.index.DeadLetterRoutes;
import dev.rozgar.adapters.http.index.ImpactRoutes;
import dev.rozgar.adapters.http.index.IndexRoutes;
import dev.rozgar.adapters.http.index.IndexViews;
import dev.rozgar.adapters.http.json.JsonSchemas;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.posting.VerifyRoutes;
import dev.rozgar.adapters.http.posting.VerifyViews;
import java.util.LinkedHashMap;
import java.util.Map;

/// The shapes of what operators do with the index.
final class IndexSchemas {
    private IndexSchemas() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("IndexStatus", JsonSchemas.of(Shape.of(IndexViews.Status.class)));
        all.put("IndexExplanation", JsonSchemas.of(Shape.of(CheckViews.Explained.class)));
        all.put("IndexImpact", JsonSchemas.of(Shape.of(ImpactRoutes.Told.class)));
        all.put("IndexFindings", JsonSchemas.of(Shape.of(CheckViews.Found.class)));
        all.put("DeadLetterPage", JsonSchemas.of(Shape.of(DeadLetterRoutes.Page.class)));
        all.put("Redriven", JsonSchemas.of(Shape.of(DeadLetterRoutes.Redriven.class)));
        all.put("VerifySearch", Schemas.closed(VerifyRoutes.BODY));
        all.put("VerifiedSearch", JsonSchemas.of(Shape.of(VerifyViews.Verified.class)));
        all.put("StartBuild", Schemas.closed(IndexRoutes.BUILD));
        all.put("BuildBegun", JsonSchemas.of(Shape.of(IndexViews.Begun.class)));
        return all;
    }
}
