package tearline.engine.config;

import java.util.List;
import java.util.Set;

/** What an allow-list does with a category that it names. */
public sealed interface Operation {

    Operation KEEP = new Keep();

    /** It leaves as it is, where its mark allows. */
    record Keep() implements Operation { }

    /** It leaves only as coarse as this. @param to one of {@link #COARSER} */
    record Generalize(String to) implements Operation { }

    /** It does not leave, whatever a shared policy keeps. */
    record Drop() implements Operation { }

    /** That something was there is told, in one neutral word. */
    record Withhold() implements Operation { }

    /** That something was there is told, by one token for all, which tells no length. */
    record Mask() implements Operation { }

    /** Equal values stay recognisable within one agreement. @param agreement whose key makes the pseudonym; empty in a policy, which has none */
    record Pseudonymize(String agreement) implements Operation {
        @Override public Operation under(String key) { return new Pseudonymize(key); }
    }

    /** A neutral name stands in for it, the same all through one document. */
    record Swap() implements Operation { }

    /** Counts leave as one of four buckets. */
    record Aggregate() implements Operation { }

    /** The elements of a configuration that name an operation. */
    static String[] elements() {
        return new String[] {"keep", "generalize", "drop", "withhold", "mask", "pseudonymize", "swap", "aggregate"};
    }

    static Operation named(String element, String to) {
        return switch (element) {
            case "keep" -> KEEP;
            case "generalize" -> new Generalize(to);
            case "withhold" -> new Withhold();
            case "mask" -> new Mask();
            case "pseudonymize" -> new Pseudonymize("");
            case "swap" -> new Swap();
            case "aggregate" -> new Aggregate();
            default -> new Drop();
        };
    }

    /** The same, once it is known with which agreement's key. */
    default Operation under(String key) { return this; }

    /** Whether it is a declared downgrade: what it leaves over no longer points to one person (marking reference §2.4). */
    default boolean lowersPrivacy() {
        return this instanceof Aggregate || this instanceof Pseudonymize || this instanceof Generalize generalize && DOWNGRADES.contains(generalize.to());
    }

    /** Of two that speak of one category, the one that tells less. */
    static Operation stricter(Operation one, Operation other) { return rank(one) >= rank(other) ? one : other; }

    private static int rank(Operation operation) {
        if (operation instanceof Generalize generalize) return 1 + COARSER.indexOf(generalize.to());
        return RANKS.indexOf(operation.getClass()) * 100;
    }

    /** Each tells less than the one before; all grains of generalize stand between the first two. */
    List<Class<? extends Operation>> RANKS = List.of(Keep.class, Aggregate.class, Pseudonymize.class, Swap.class, Mask.class, Withhold.class, Drop.class);

    /** Within places, times and ages, each is coarser than the one before. */
    List<String> COARSER = List.of("grid-0.01", "grid-0.1", "city", "county", "state", "hour", "day", "year", "decade");

    Set<String> DOWNGRADES = Set.of("county", "state", "decade");
}
