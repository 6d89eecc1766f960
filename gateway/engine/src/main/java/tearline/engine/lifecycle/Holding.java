package tearline.engine.lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one agreement holds of the documents that a new one speaks of, however long the chain: where a link never reached it,
 * the one before does.
 *
 * @param held    copies that may be there, by the document that the new one names
 * @param front   the copies that its reader sees as the latest, or is about to; more than one where several are brought together
 * @param waiting copies in the queue that the new one takes the place of
 * @param all     keys of every earlier document of the chain
 */
public record Holding(Map<Told, List<Copy>> held, List<Copy> front, List<Copy> waiting, Set<String> all) {

    /** Whether it has, or is about to have, anything that the new document changes. */
    public boolean concerned() {
        return !held.isEmpty() || !front.isEmpty();
    }

    /** The copy that stays as it is where the new document says the same to this reader. */
    public Optional<Copy> unchangedBy(String content) {
        return front.size() == 1 && front.get(0).content().equals(content) ? Optional.of(front.get(0)) : Optional.empty();
    }

    public static Holding of(Told told, Lifecycle known, Map<String, Copy> copies) {
        return new Walk(known, copies).from(told);
    }

    private static final class Walk {

        private final Lifecycle known;
        private final Map<String, Copy> copies;
        private final Set<Told> ended = new HashSet<>();

        Walk(Lifecycle known, Map<String, Copy> copies) {
            this.known = known;
            this.copies = copies;
        }

        Holding from(Told told) {
            var chain = before(told);
            for (var one : chain) copy(one).filter(copy -> copy.ends() && copy.presence() == Copy.Presence.ARRIVED).ifPresent(copy -> ended.addAll(before(one)));
            var held = new LinkedHashMap<Told, List<Copy>>();
            for (var named : known.spokenOf(told)) {
                var found = new LinkedHashSet<Copy>();
                held(named, found, new HashSet<>());
                if (!found.isEmpty()) held.put(named, List.copyOf(found));
            }
            var waiting = chain.stream().flatMap(one -> copy(one).stream()).filter(Copy::waits).distinct().toList();
            var keys = new LinkedHashSet<String>();
            chain.forEach(one -> keys.add(one.key()));
            return new Holding(held, front(told), waiting, keys);
        }

        /** What a reader may have of this document; where that is not certain, of those before it too. */
        private void held(Told told, Set<Copy> found, Set<Told> seen) {
            if (!seen.add(told)) return;
            var copy = copy(told);
            copy.filter(one -> one.presence().mayBeThere() && !one.ends() && !ended.contains(told)).ifPresent(found::add);
            if (copy.isEmpty() || copy.get().presence() != Copy.Presence.ARRIVED) known.spokenOf(told).forEach(earlier -> held(earlier, found, seen));
        }

        private List<Copy> front(Told told) {
            var nearest = new LinkedHashSet<Told>();
            nearest(told, nearest, new HashSet<>(Set.of(told)));
            var behind = new HashSet<Told>();
            for (var one : nearest) behind.addAll(before(one));
            return nearest.stream().filter(one -> !behind.contains(one)).map(one -> copy(one).orElseThrow()).distinct().toList();
        }

        private void nearest(Told told, Set<Told> found, Set<Told> seen) {
            for (var earlier : known.spokenOf(told)) {
                if (!seen.add(earlier) || ended.contains(earlier)) continue;
                if (copy(earlier).filter(copy -> copy.presence().comes()).isPresent()) found.add(earlier);
                else nearest(earlier, found, seen);
            }
        }

        private Set<Told> before(Told told) {
            var all = new LinkedHashSet<Told>();
            var next = new ArrayList<>(known.spokenOf(told));
            while (!next.isEmpty()) {
                var one = next.remove(next.size() - 1);
                if (!one.equals(told) && all.add(one)) next.addAll(known.spokenOf(one));
            }
            return all;
        }

        private Optional<Copy> copy(Told told) {
            return Optional.ofNullable(copies.get(told.key()));
        }
    }
}
