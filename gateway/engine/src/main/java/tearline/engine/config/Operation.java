package tearline.engine.config;

import java.util.List;

/** What an allow-list does with a category that it names. */
public sealed interface Operation {

    Operation KEEP = new Keep();

    /** It leaves as it is, where its mark allows. */
    record Keep() implements Operation { }

    /** It leaves only as coarse as this. @param to city, county or state for places; hour, day or year for times */
    record Generalize(String to) implements Operation { }

    /** Of two that speak of one category, the one that tells less. */
    static Operation stricter(Operation one, Operation other) {
        return coarseness(one) >= coarseness(other) ? one : other;
    }

    private static int coarseness(Operation operation) {
        return operation instanceof Generalize generalize ? 1 + COARSER.indexOf(generalize.to()) : 0;
    }

    /** Within places, and within times, each is coarser than the one before. */
    List<String> COARSER = List.of("city", "county", "state", "hour", "day", "year");
}
