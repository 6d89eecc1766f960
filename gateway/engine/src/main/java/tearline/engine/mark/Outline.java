package tearline.engine.mark;

import java.util.List;
import java.util.Map;
import tearline.engine.model.Position;

/**
 * How the elements of a record hang together, by their numbers.
 *
 * @param positions    where each element stands in the common model; null for what the model does not know
 * @param last         of each element, the last one below it; its own number where there is none
 * @param ids          each element that others may name by its id
 * @param associations elements that name others, from the inmost out
 * @param files        the children of each attachment, by name
 */
public record Outline(List<Position> positions, List<Integer> last, Map<String, Span> ids, List<Association> associations, List<Map<String, Integer>> files) {

    public int elements() {
        return positions.size();
    }

    /** An element and all below it: both numbers included. */
    public record Span(int from, int to) {}

    /** An element whose children name others, such as a relation with its ends. */
    public record Association(String name, Span span, List<End> ends) {}

    /** The naming child, and the id it names. */
    public record End(int number, String id) {}
}
