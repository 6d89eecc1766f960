package tearline.engine.maximal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import tearline.engine.maximal.Model.Choice;
import tearline.engine.maximal.Model.Kind;
import tearline.engine.maximal.Model.Place;
import tearline.engine.maximal.Model.Sequence;
import tearline.engine.maximal.Model.Wildcard;

/**
 * All places in the documents of a schema. A place is an element, an attribute or an opening for others in its context, and stands here by the shortest path to it
 * from the root. A context is the whole path, or as many elements above as one says; a type that stands within itself ends it.
 */
final class Positions {

    static final int WHOLE = Integer.MAX_VALUE;
    private final NavigableSet<String> found = new TreeSet<>();
    private final Set<String> contexts = new HashSet<>();
    private final Deque<Visit> next = new ArrayDeque<>();
    private final int above;

    private record Visit(Kind kind, String path, List<String> within) {}

    private Positions(int above) {
        this.above = above;
    }

    static NavigableSet<String> of(Place root, int above) {
        var positions = new Positions(above);
        positions.place(root, "", List.of());
        while (!positions.next.isEmpty()) positions.inside(positions.next.poll());
        return positions.found;
    }

    /** What tells two places apart. */
    private String context(String path) {
        if (above == WHOLE) return path;
        int from = path.length();
        for (int i = 0; i <= above && from > 0; i++) from = path.lastIndexOf('/', from - 1);
        return path.substring(Math.max(0, from));
    }

    private boolean add(String path) {
        return contexts.add(context(path)) && found.add(path);
    }

    private void place(Place place, String parent, List<String> within) {
        for (var kind : place.types()) {
            if (within.contains(kind.key())) continue;
            var path = place.path(parent, kind);
            if (add(path)) next.add(new Visit(kind, path, within));
        }
    }

    private void inside(Visit visit) {
        for (var attribute : visit.kind.attributes()) add(visit.path + "/@" + attribute.name().getLocalPart());
        if (visit.kind.others().isPresent()) add(visit.path + "/@*");
        var within = new java.util.ArrayList<>(visit.within);
        within.add(visit.kind.key());
        visit.kind.content().get().ifPresent(content -> model(content, visit.path, within));
    }

    private void model(Model model, String path, List<String> within) {
        if (model instanceof Place one) place(one, path, within);
        else if (model instanceof Sequence one) one.parts().forEach(part -> model(part, path, within));
        else if (model instanceof Choice one) one.branches().forEach(branch -> model(branch, path, within));
        else if (model instanceof Wildcard) add(path + "/*");
    }
}
