package tearline.engine.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An element of the common model at one place in a record: to what it belongs, which attributes it may bear, and what may stand below it. */
public final class Position {

    private final int number;
    private final String name;
    private final Optional<String> kind;
    private final Categories.Category category;
    private final Set<String> attributes;
    private final boolean leaf;
    private final boolean open;
    private final Map<String, Position> below = new LinkedHashMap<>();
    private final Map<String, Position> kinds = new LinkedHashMap<>();

    Position(int number, String name, Optional<String> kind, Categories.Category category, Set<String> attributes, boolean leaf, boolean open) {
        this.number = number;
        this.name = name;
        this.kind = kind;
        this.category = category;
        this.attributes = attributes;
        this.leaf = leaf;
        this.open = open;
    }

    void add(Position child) {
        if (child.kind.isPresent()) below.get(child.name).kinds.put(child.kind.get(), child);
        else below.put(child.name, child);
    }

    /** What stands below it under that name and, where such are told apart, of that kind; nothing where the schema knows no such element. */
    public Optional<Position> find(String name, String kind) {
        var child = below.get(name);
        return Optional.ofNullable(child == null || kind == null ? child : child.kinds.getOrDefault(kind, child));
    }

    public int number() { return number; }

    public String name() { return name; }

    /** Set where a fact or group of this kind has a category of its own. */
    public Optional<String> kind() { return kind; }

    /** Nothing for the record itself. */
    public Categories.Category category() { return category; }

    public Set<String> attributes() { return attributes; }

    /** Whether it holds text and no elements. */
    public boolean leaf() { return leaf; }

    /** Whether it holds, verbatim, what the model does not know. */
    public boolean open() { return open; }

    /** What may stand below it, in the order of the schema, each before its kinds. */
    public Collection<Position> below() { return below.values(); }

    public Collection<Position> kinds() { return kinds.values(); }
}
