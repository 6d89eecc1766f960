package tearline.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tearline.engine.config.Agreement;
import tearline.engine.config.Product;
import tearline.engine.mark.Marked;

/** Which agreements cover a record, grouped by view; which do not, each with its reason; and whom it reached too late. */
public record Plan(Marked marked, List<ViewGroup> views, List<NotCovered> notCovered, List<Agreement> expired) {

    /**
     * Everybody who may see the same, and holds the same of what the message speaks of.
     *
     * @param held by {@link Held#key}; nothing where nobody looked, as in a preview: names are then computed, not looked up
     */
    public record ViewGroup(Marked marked, View view, Optional<Map<String, Held>> held, List<Entry> entries) {}

    /** One product that one agreement asks for. */
    public record Entry(String partner, Agreement agreement, Product product) {}

    /** No verdict is owed. */
    public record NotCovered(String partner, String agreement, int version, String reason) {}
}
