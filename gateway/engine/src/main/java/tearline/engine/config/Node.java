package tearline.engine.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of a configuration file that remembers where it and its attributes stand. */
final class Node {

    /** An attribute: its value and where that starts. */
    record Attribute(Node owner, String name, String value, int nameAt, int valueAt) {

        /** The words of a list, each at its own place. */
        List<Attribute> words() {
            return Word.of(value).stream()
                .map(word -> new Attribute(owner, name, word.text(), nameAt, valueAt + word.at())).toList();
        }
    }

    final Source source;
    final Node parent;
    final String namespace;
    final String name;
    /** Where the name stands, behind the angle bracket. */
    final int at;
    /** Where the text starts: behind the start tag. */
    final int textAt;
    final Map<String, Attribute> attributes = new LinkedHashMap<>();
    final List<Node> children = new ArrayList<>();
    final StringBuilder text = new StringBuilder();

    Node(Source source, Node parent, String namespace, String name, int at, int textAt) {
        this.source = source;
        this.parent = parent;
        this.namespace = namespace;
        this.name = name;
        this.at = at;
        this.textAt = textAt;
    }

    Optional<Attribute> attribute(String name) { return Optional.ofNullable(attributes.get(name)); }

    /** The value of an attribute; empty where it is absent, which the schema has then reported. */
    String value(String name) { return attribute(name).map(Attribute::value).orElse(""); }

    Stream<Node> children(String... names) {
        return children.stream().filter(child -> List.of(names).contains(child.name));
    }

    Optional<Node> child(String name) { return children(name).findFirst(); }

    boolean has(String... names) { return children(names).findAny().isPresent(); }

    /** The words of the element's text, as attributes of it, so that each knows its place. */
    List<Attribute> textWords() {
        return new Attribute(this, name, text.toString(), at, textAt).words();
    }
}
