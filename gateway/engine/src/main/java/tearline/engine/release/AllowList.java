package tearline.engine.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tearline.engine.Digests;
import tearline.engine.config.Operation;
import tearline.engine.model.Binding;
import tearline.engine.model.Categories.Category;
import tearline.engine.model.Position;
import tearline.engine.model.RecordModel;

/** What one view lets through, compiled once from its categories and the schema of the common model. What is not listed goes, with all below it. */
public final class AllowList {

    /** Ids are counted anew and what names them with them. */
    private static final Set<String> RENAMED = Set.of("id", "ref");
    private static final Set<String> ALWAYS = Set.of("header", "marking");
    /** Their kind and scheme are ids and names that the source gave a shape: of no use to a reader, and perhaps telling. */
    private static final Set<String> SHAPES = Set.of("point", "polygon", "circle", "line", "box");

    /**
     * @param operation     what becomes of its text; nothing for what only holds other elements
     * @param attributes    those that pass as they are
     * @param wholeOnly     those that pass only where nothing at all is withheld
     */
    record Entry(Optional<Operation> operation, Set<String> attributes, Set<String> wholeOnly) {}

    private final Map<String, Operation> keeps;
    private final boolean summary;
    private boolean identifies;
    private final Entry[] entries;
    private final String text;
    private final String sha256;

    private AllowList(RecordModel model, Map<String, Operation> keeps, boolean summary) {
        this.keeps = keeps;
        this.summary = summary;
        this.entries = new Entry[model.size()];
        admit(model.root(), new HashMap<>());
        var lines = new ArrayList<String>();
        print(model.root(), "", new HashSet<>(), lines);
        this.text = String.join("\n", lines) + "\n";
        this.sha256 = Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the model does not know, and a category that is not named, has no entry. In a summary no category that identifies a person has one. */
    static AllowList compile(RecordModel model, Map<String, Operation> keeps, boolean summary) {
        return new AllowList(model, keeps, summary);
    }

    /** What may stand there, or nothing: then it goes. */
    Optional<Entry> find(Position position) {
        return Optional.ofNullable(entries[position.number()]);
    }

    /** The same, or null. */
    Entry entry(Position position) {
        return position == null ? null : entries[position.number()];
    }

    /** The public reason why a category has no entry; nothing where it has one. */
    Optional<String> refusal(Category category) {
        if (ALWAYS.contains(category.name())) return Optional.empty();
        if (summary && category.privacy()) return Optional.of("PRIVACY");
        return keeps.containsKey(category.name()) ? Optional.empty() : Optional.of("NOT-AGREED");
    }

    /** Whether anything that identifies a person passes. */
    boolean identifies() {
        return identifies;
    }

    /** One line for each path that passes: the path, what is done with it, its category, its attributes. */
    public String text() {
        return text;
    }

    /** Of the text. */
    public String sha256() {
        return sha256;
    }

    /** Something that only holds other elements is listed where one of them is. */
    private boolean admit(Position position, Map<Position, Boolean> seen) {
        var before = seen.putIfAbsent(position, false);
        if (before != null) return before || entries[position.number()] != null;
        boolean own = position.category() != null && refusal(position.category()).isEmpty();
        boolean below = false;
        for (var child : position.below()) {
            below |= admit(child, seen);
            for (var kind : child.kinds()) below |= admit(kind, seen);
        }
        boolean text = position.leaf();
        if (text ? own : own || below) entries[position.number()] = entry(position, text);
        seen.put(position, entries[position.number()] != null);
        return entries[position.number()] != null;
    }

    private Entry entry(Position position, boolean text) {
        var wholeOnly = new TreeSet<String>();
        if (SHAPES.contains(position.name())) for (var name : List.of("kind", "scheme", "lang", "role")) if (position.attributes().contains(name)) wholeOnly.add(name);
        var attributes = new TreeSet<>(position.attributes());
        attributes.removeAll(wholeOnly);
        return new Entry(text ? Optional.of(operation(position.category())) : Optional.empty(), attributes, wholeOnly);
    }

    private Operation operation(Category category) {
        identifies |= category.privacy() && !(keeps.get(category.name()) instanceof Operation.Drop);
        return keeps.getOrDefault(category.name(), Operation.KEEP);
    }

    private void print(Position position, String path, Set<Position> above, List<String> lines) {
        var entry = entries[position.number()];
        if (entry == null) return;
        var own = path + (path.isEmpty() ? "" : "/") + "Q{" + Binding.NAMESPACE + "}" + position.name() + position.kind().map(kind -> "[@kind='" + kind + "']").orElse("");
        if (!above.add(position)) {
            lines.add(own + "\tas the one it stands in");
            return;
        }
        lines.add(own + "\t" + entry.operation().map(AllowList::words).orElse("holds") + (position.open() && position.leaf() ? ", with all below it" : "")
                + "\t" + (position.category() == null ? "" : position.category().name()) + "\t" + attributes(entry));
        for (var child : position.below()) {
            print(child, own, above, lines);
            for (var kind : child.kinds()) print(kind, own, above, lines);
        }
        above.remove(position);
    }

    private static String attributes(Entry entry) {
        var words = new ArrayList<String>();
        for (var name : entry.attributes()) words.add("@" + name + (RENAMED.contains(name) ? " anew" : ""));
        for (var name : entry.wholeOnly()) words.add("@" + name + " of the whole");
        return String.join(", ", words);
    }

    private static String words(Operation operation) {
        return operation.toString().replace("[]", "").replaceAll("\\[\\w+=(.*)\\]", " $1").toLowerCase(java.util.Locale.ROOT);
    }
}
