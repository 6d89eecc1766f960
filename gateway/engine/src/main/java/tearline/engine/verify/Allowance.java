package tearline.engine.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tearline.engine.model.Categories;

/** Which elements of a product the agreement lets through, by the information category that each stands for. */
final class Allowance {

    /** What an alert's elements stand for where it was made from an alert; what is not here is always there. */
    private static final Map<String, String> CAP = Map.ofEntries(Map.entry("audience", "audience"), Map.entry("eventCode", "code"), Map.entry("code", "code"), Map.entry("instruction", "instruction"), Map.entry("description", "narrative"),
            Map.entry("headline", "title"), Map.entry("senderName", "source.identity"), Map.entry("source", "source.identity"), Map.entry("incidents", "reference"), Map.entry("derefUri", "attachment"), Map.entry("digest", "attachment"), Map.entry("size", "attachment"), Map.entry("uri", "link"),
            Map.entry("web", "link"), Map.entry("contact", "contact"), Map.entry("parameter", "parameter"), Map.entry("effective", "time"), Map.entry("onset", "time"), Map.entry("polygon", "place.area"), Map.entry("circle", "place.area"), Map.entry("geocode", "place.area"));
    private static final Set<String> ALWAYS = Set.of("header", "marking");
    private static final Set<String> NAMED = Set.of("fact", "group");

    private final Categories categories;
    private final boolean record;
    private final Set<String> keeps;
    private final Deque<Place> open = new ArrayDeque<>();
    private int extension;

    private record Place(String name, String path, Categories.Category category, boolean[] parent) {}

    private Allowance(Categories categories, boolean record, Set<String> keeps) {
        this.categories = categories;
        this.record = record;
        this.keeps = keeps;
    }

    /** Nothing where no table says what the format's elements stand for. */
    static Allowance of(Categories categories, String format, Bounds bounds) {
        if (format.equals("common-1.0")) return new Allowance(categories, true, bounds.keeps());
        return List.of(format.split(" ")).contains("cap-1.2") && bounds.kind().equals("alert") ? new Allowance(categories, false, bounds.keeps()) : null;
    }

    /** Inside what the common model keeps verbatim, names are the sender's. */
    boolean open() {
        return extension > 1;
    }

    /** There and on the element that holds it, namespaces are the sender's. */
    boolean verbatim() {
        return extension > 0;
    }

    boolean enter(String name, String kind) {
        if (!record && name.equals("resource")) return keeps.contains("attachment") || keeps.contains("link"); // a link is a resource, too
        if (!record) return !CAP.containsKey(name) || keeps.contains(CAP.get(name));
        if (extension > 0 || name.equals("extension")) extension++;
        var above = open.peek();
        if (above != null) above.parent()[0] = true;
        var path = above == null ? "" : above.path().isEmpty() ? above.name() : above.path().substring(above.path().lastIndexOf('/') + 1) + "/" + above.name();
        Categories.Category category = null;
        if (above != null) {
            category = categories.of(path, name, above.category());
            if (kind != null && NAMED.contains(name)) category = categories.of(path, name + ":" + kind, category);
        }
        open.push(new Place(name, path, category, new boolean[1]));
        return extension == 0 || keeps.contains("extension");
    }

    /** A leaf is there only where its category is agreed; a container is there for what it holds. */
    boolean leave(String text) {
        if (!record) return true;
        var place = open.pop();
        if (extension > 0) {
            extension--;
            return true;
        }
        // What it updates or ends is named by the copy that its reader holds, whatever else the view keeps.
        return place.parent()[0] || text.isBlank() || place.path().endsWith("header/reference") || place.category() != null && (ALWAYS.contains(place.category().name()) || keeps.contains(place.category().name()));
    }
}
