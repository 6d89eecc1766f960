package tearline.engine.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.sf.saxon.om.NodeInfo;

/**
 * A path of names from the root, and the rules that an element there has to be asked about: worked out when the first such element comes.
 * Most contexts ask for nothing but names, so that whether they match is known for every later element of the same path.
 */
final class Place {

    /** Names come from documents of strangers: only as many paths are remembered as the documents of a standard may have. */
    private static final int MOST = 4_096;

    /** A rule, and whether its context needs no second look. */
    record Candidate(RuleFile.Rule rule, boolean certain) {}

    /** Says whether a context of names alone matches an element. */
    interface Match {
        boolean matches(RuleFile.Rule rule, NodeInfo element);
    }

    private record Below(int[] names, Place[] places) {}

    private final List<RuleFile.Rule> rules;
    private final AtomicInteger known;
    private final Candidate[] candidates;
    private volatile Below below = new Below(new int[0], new Place[0]);

    /** The place of the document itself, for which no rule asks. */
    Place(List<RuleFile.Rule> rules) {
        this(rules, new AtomicInteger(), new Candidate[0]);
    }

    private Place(List<RuleFile.Rule> rules, AtomicInteger known, Candidate[] candidates) {
        this.rules = rules;
        this.known = known;
        this.candidates = candidates;
    }

    /** In the order of the files; behind a rule that is certain, none of its pattern stands. */
    Candidate[] candidates() {
        return candidates;
    }

    /** The place of an element that stands in one of this place. */
    Place of(NodeInfo element, Match match) {
        int name = element.getFingerprint();
        var seen = below;
        for (int i = 0; i < seen.names.length; i++) if (seen.names[i] == name) return seen.places[i];
        var place = new Place(rules, known, ask(element, match));
        return known.get() < MOST ? remember(name, place) : place;
    }

    private synchronized Place remember(int name, Place place) {
        int count = below.names.length;
        for (int i = 0; i < count; i++) if (below.names[i] == name) return below.places[i];
        var names = Arrays.copyOf(below.names, count + 1);
        var places = Arrays.copyOf(below.places, count + 1);
        names[count] = name;
        places[count] = place;
        below = new Below(names, places);
        known.incrementAndGet();
        return place;
    }

    private Candidate[] ask(NodeInfo element, Match match) {
        var found = new ArrayList<Candidate>();
        int settled = -1;
        for (var rule : rules) {
            if (rule.pattern() == settled || !rule.mayMatch(element.getLocalPart())) continue;
            if (rule.ofNames() && !match.matches(rule, element)) continue;
            found.add(new Candidate(rule, rule.ofNames()));
            if (rule.ofNames()) settled = rule.pattern(); // a node fires the first rule of a pattern that matches it
        }
        return found.toArray(new Candidate[0]);
    }
}
