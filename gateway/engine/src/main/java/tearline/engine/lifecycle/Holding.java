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
 * the one before does. A copy that stands in for a document which still holds is not touched.
 *
 * @param held    copies that may be there, by the document that the new one names
 * @param shown   those of them whose place nothing has taken yet, for one that is over itself: it came late
 * @param front   the copies that its reader sees as the latest, or is about to; more than one where several are brought together
 * @param waiting copies in the queue that the new one takes the place of
 * @param all     keys of every earlier document of the chain
 */
public record Holding(Map<Told, List<Copy>> held, Map<Told, List<Copy>> shown, List<Copy> front, List<Copy> waiting, Set<String> all) {

    /** Known are the document itself, those it speaks of to the beginning of the chain, and whatever speaks of any of them. */
    public static Holding of(Told told, Lifecycle known, Map<String, Copy> copies) {
        return new Walk(told, known, copies).holding();
    }

    private static final class Walk {

        private final Told told;
        private final Lifecycle known;
        private final Map<String, Copy> copies;
        private final Set<Told> chain;
        private final Set<Told> ended = new HashSet<>();
        private final Set<String> standIns = new HashSet<>();

        Walk(Told told, Lifecycle known, Map<String, Copy> copies) {
            this.told = told;
            this.known = known;
            this.copies = copies;
            this.chain = before(told);
            for (var one : chain) copy(one).filter(copy -> copy.ends() && copy.presence() == Copy.Presence.ARRIVED).ifPresent(copy -> ended.addAll(before(one)));
            for (var one : known.all()) {
                if (!one.equals(told) && known.replaced(one).isEmpty()) copy(one).filter(copy -> !copy.base().equals(one.key())).ifPresent(copy -> standIns.add(copy.base()));
            }
        }

        Holding holding() {
            var held = new LinkedHashMap<Told, List<Copy>>();
            var shown = new LinkedHashMap<Told, List<Copy>>();
            for (var named : known.spokenOf(told)) {
                var found = new LinkedHashSet<Told>();
                held(named, found, new HashSet<>());
                if (!found.isEmpty()) held.put(named, copies(found));
                found.removeIf(this::isReplacedThere);
                if (!found.isEmpty()) shown.put(named, copies(found));
            }
            var touched = chain.stream().filter(one -> !standIns.contains(one.key())).toList();
            var waiting = touched.stream().flatMap(one -> copy(one).stream()).filter(copy -> copy.waits() && !standIns.contains(copy.base())).distinct().toList();
            var keys = new LinkedHashSet<String>();
            touched.forEach(one -> keys.add(one.key()));
            return new Holding(held, shown, front(), waiting, keys);
        }

        /** What a reader may have of this document; where that is not certain, of those before it too. */
        private void held(Told at, Set<Told> found, Set<Told> seen) {
            if (!seen.add(at)) return;
            var copy = copy(at);
            copy.filter(one -> one.presence().mayBeThere() && !one.ends() && isFree(at, one)).ifPresent(one -> found.add(at));
            if (copy.isEmpty() || copy.get().presence() != Copy.Presence.ARRIVED) known.spokenOf(at).forEach(earlier -> held(earlier, found, seen));
        }

        private boolean isFree(Told at, Copy copy) {
            return !ended.contains(at) && !standIns.contains(copy.base());
        }

        private boolean isReplacedThere(Told at) {
            return known.replacing(at).stream().anyMatch(one -> !one.equals(told) && copy(one).filter(copy -> copy.presence() != Copy.Presence.NEVER).isPresent());
        }

        private List<Copy> front() {
            var nearest = new LinkedHashSet<Told>();
            nearest(told, nearest, new HashSet<>(Set.of(told)));
            var behind = new HashSet<Told>();
            for (var one : nearest) behind.addAll(before(one));
            nearest.removeIf(one -> behind.contains(one) || isReplacedThere(one));
            return copies(nearest);
        }

        private void nearest(Told at, Set<Told> found, Set<Told> seen) {
            for (var earlier : known.spokenOf(at)) {
                if (!seen.add(earlier)) continue;
                var copy = copy(earlier).filter(one -> one.presence().comes());
                if (copy.isEmpty()) nearest(earlier, found, seen);
                else if (isFree(earlier, copy.get())) found.add(earlier);
            }
        }

        private Set<Told> before(Told last) {
            var all = new LinkedHashSet<Told>();
            var next = new ArrayList<>(known.spokenOf(last));
            while (!next.isEmpty()) {
                var one = next.remove(next.size() - 1);
                if (!one.equals(last) && all.add(one)) next.addAll(known.spokenOf(one));
            }
            return all;
        }

        private List<Copy> copies(Set<Told> of) {
            return of.stream().map(one -> copy(one).orElseThrow()).distinct().toList();
        }

        private Optional<Copy> copy(Told of) {
            return Optional.ofNullable(copies.get(of.key()));
        }
    }
}
