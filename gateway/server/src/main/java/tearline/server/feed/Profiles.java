package tearline.server.feed;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import tearline.engine.config.Agreement;

/** In which profile a reader wants the records of a feed, and which a feed has: the formats that are agreed for it, and their names. */
record Profiles(Set<String> agreed, Set<String> asked) {

    private static final String NIEM = "niem-sar-6.0";
    private static final String NAMESPACE = "https://tearline.example/niem/sar/1.0/";

    static Profiles of(Agreement agreement, String feed, Request request) {
        var asked = Stream.concat(Stream.ofNullable(request.query().get("profile")), Arrays.stream(request.acceptProfile().split(",")).map(one -> one.replaceAll(";.*", "")))
                .map(one -> one.strip().replaceAll("^[<\"]|[>\"]$", "")).filter(one -> !one.isEmpty()).toList();
        return new Profiles(Views.formats(agreement, feed), Set.copyOf(asked));
    }

    boolean isNiem() {
        return agreed.equals(Set.of(NIEM));
    }

    /** What a page written like that may be called; where there are several formats in it, nothing. */
    Set<String> of(Representation as) {
        var names = new HashSet<String>();
        if (agreed.size() == 1) names.addAll(agreed);
        if (isNiem()) names.add(NAMESPACE);
        if (isNiem() && as == Representation.NIEM_JSON) names.addAll(Set.of(NIEM + "-json", NAMESPACE + "json"));
        return names;
    }

    /** Whether a page can be written like that, in one of the profiles that are asked for. */
    boolean has(Representation as) {
        return (!as.isNiem() || isNiem()) && (asked.isEmpty() || of(as).stream().anyMatch(asked::contains));
    }
}
