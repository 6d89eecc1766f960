package tearline.engine.maximal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import tearline.engine.kit.Shipped;
import tearline.engine.xml.Shelf;

/** As few documents of a standard as together stand in every place of its schemas, made from the schemas: what a schema grows, they have. */
public final class Maximal {

    /**
     * @param name the shape and the root, and which of its documents
     * @param words the place of each word
     * @param places all places where something stands
     */
    public record Document(String name, String text, Map<String, String> words, Set<String> places) {}

    /** The places of one root, and its documents. */
    public record Root(String name, NavigableSet<String> places, List<Document> documents) {

        /** What the table leaves out. */
        public Set<String> missing() {
            var missing = new TreeSet<>(places);
            documents.forEach(document -> missing.removeAll(document.places()));
            return missing;
        }
    }

    private static final int MOST = 40;
    /** The types of NIEM stand within each other so often that a place is told by the element around it, not by the whole path. */
    private static final String BY_PARENT = "niem-";
    private static final Map<String, List<Root>> MADE = new ConcurrentHashMap<>();

    private Maximal() {}

    public static List<Document> documents(String standard) {
        return of(standard).stream().flatMap(root -> root.documents().stream()).toList();
    }

    /** Of every root that is a message. */
    public static List<Root> of(String standard) {
        return MADE.computeIfAbsent(standard, any -> made(Shipped.HOUSE.shelf(), standard));
    }

    public static List<Root> made(Shelf shelf, String standard) {
        var roots = new ArrayList<Root>();
        for (var shape : Shipped.HOUSE.standards().get(standard).shapes()) {
            var schema = new SchemaModel(shelf, shape.schemaPath());
            shape.roots().forEach((root, isMessage) -> {
                if (isMessage) roots.add(root(schema, standard, shape.name(), root));
            });
        }
        return List.copyOf(roots);
    }

    private static Root root(SchemaModel schema, String standard, String shape, QName name) {
        var place = schema.root(name);
        var all = Positions.of(place, standard.startsWith(BY_PARENT) ? 1 : Positions.WHOLE);
        var wanted = new TreeSet<>(all);
        var documents = new ArrayList<Document>();
        for (var seeds : Seeds.of(standard)) {
            if (!seeds.isFor(name.getLocalPart())) continue;
            for (int turn = 0, before = -1; turn == 0 || turn < MOST && before != wanted.size(); turn++) {
                before = wanted.size();
                var document = Instance.of(schema, place, all, wanted, seeds, shape + " " + name.getLocalPart() + " " + seeds.name() + " " + turn);
                wanted.removeAll(document.places());
                if (turn == 0 || before != wanted.size()) documents.add(document);
            }
        }
        return new Root(standard + " " + shape + " " + name.getLocalPart(), all, List.copyOf(documents));
    }

    /** The documents of a standard, by their names. */
    public static Map<String, Document> byName(String standard) {
        var byName = new LinkedHashMap<String, Document>();
        documents(standard).forEach(document -> byName.put(document.name(), document));
        return byName;
    }
}
