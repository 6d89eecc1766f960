package tearline.engine.mark;

import java.util.List;
import java.util.Map;

/**
 * How the elements of a record hang together, by their numbers.
 *
 * @param elements     how many there are
 * @param ids          each element that others may name by its id
 * @param associations elements that name others, from the inmost out
 */
public record Outline(int elements, Map<String, Span> ids, List<Association> associations) {

    /** An element and all below it: both numbers included. */
    public record Span(int from, int to) {}

    /** An element whose children name others, such as a relation with its ends. */
    public record Association(String name, Span span, List<End> ends) {}

    /** The naming child, and the id it names. */
    public record End(int number, String id) {}
}
