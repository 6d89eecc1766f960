package tearline.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tearline.engine.config.Agreement;
import tearline.engine.config.Overlay;
import tearline.engine.config.Product;
import tearline.engine.mark.Marked;

/**
 * Which agreements cover a record, grouped by view; which do not, each with its reason; whom it reached after it had expired,
 * and whom after its own update or cancellation.
 */
public record Plan(Marked marked, Past past, List<ViewGroup> views, List<NotCovered> notCovered, List<Agreement> expired, List<Agreement> gaveWay) {

    /**
     * Everybody who may see the same, and holds the same of what the message speaks of.
     *
     * @param held by {@link Held#key}; nothing where nobody looked, as in a preview: names are then computed, not looked up
     * @param over the message came after its own update or cancellation: it only takes back what is held
     */
    public record ViewGroup(Marked marked, View view, Optional<Map<String, List<Held>>> held, boolean over, List<Entry> entries) {}

    /** One product that one agreement asks for, and what besides the agreement makes it due. */
    public record Entry(String partner, Agreement agreement, Product product, List<Overlay> overlays) {}

    /** No verdict is owed. */
    public record NotCovered(String partner, String agreement, int version, String reason) {}
}
