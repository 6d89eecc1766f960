package tearline.engine.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Asks the schema and says in our own sentences what it minds. Unknown names are reported first and then left out,
 * so that the schema, which gives up on an element at its first unknown child, still judges the rest.
 */
final class SchemaCheck {

    private final Grammar grammar;
    private final Consumer<Problem> problems;
    private final List<String> complaints = new ArrayList<>();
    private ValidatorHandler validator;
    private int heard;
    private int said;

    SchemaCheck(Grammar grammar, Consumer<Problem> problems) {
        this.grammar = grammar;
        this.problems = problem -> {
            said++;
            problems.accept(problem);
        };
    }

    void check(Node root, String expected) {
        if (!root.namespace.equals(Grammar.NAMESPACE)) {
            problem(root, "the root element is in the wrong namespace", "Write <" + expected + " xmlns=\"" + Grammar.NAMESPACE + "\" …>.");
            return;
        }
        if (!root.name.equals(expected)) {
            problem(root, "the root element here is \"" + expected + "\", not \"" + root.name + "\"", home(root.name));
            return;
        }
        heard = 0;
        said = 0;
        try {
            validator = grammar.schema().newValidatorHandler();
            validator.setErrorHandler(new DefaultHandler() {
                @Override public void error(SAXParseException complaint) { complaints.add(complaint.getMessage()); }
                @Override public void fatalError(SAXParseException complaint) { complaints.add(complaint.getMessage()); }
            });
            validator.startDocument();
            walk(root, grammar.roots().get(root.name).type());
            validator.endDocument();
            // Fail closed: what the schema minds and we have no sentence for is a mistake all the same.
            if (heard > 0 && said == 0) problem(root, "the schema does not allow this file", "See the reference of the configuration.");
        } catch (SAXException impossible) {
            throw new IllegalStateException("a validator stopped although its errors are handled", impossible);
        }
    }

    private static String home(String root) {
        return switch (root) {
            case "gateway" -> "Move it to " + ConfigurationReader.GATEWAY_FILE + ".";
            case "partner" -> "Move the file to the folder partners.";
            case "policy" -> "Move the file to the folder policies.";
            case "activation" -> "Move the file to the folder activations.";
            case "emergency" -> "Move the file to the folder emergencies.";
            default -> "Known: gateway, partner, policy, activation, emergency.";
        };
    }

    private void walk(Node node, String type) throws SAXException {
        AttributesImpl known = attributes(node, type);
        validator.startElement(node.namespace, node.name, node.name, known);
        translate(node, type);
        Map<String, Grammar.Use> children = grammar.children(type);
        for (Node child : node.children) {
            if (child.namespace.equals(Grammar.NAMESPACE) && children.containsKey(child.name)) walk(child, children.get(child.name).type());
            else unknown(child, children.keySet());
        }
        validator.characters(node.text.toString().toCharArray(), 0, node.text.length());
        validator.endElement(node.namespace, node.name, node.name);
        translate(node, type);
    }

    private AttributesImpl attributes(Node node, String type) {
        Map<String, Grammar.Use> declared = grammar.attributes(type);
        AttributesImpl known = new AttributesImpl();
        for (Node.Attribute attribute : node.attributes.values()) {
            if (declared.containsKey(attribute.name())) {
                known.addAttribute(XMLConstants.NULL_NS_URI, attribute.name(), attribute.name(), "CDATA", attribute.value());
            } else {
                problems.accept(node.source.problem(attribute.nameAt(),
                    "unknown attribute \"" + attribute.name() + "\" of " + node.name, Nearest.advice(attribute.name(), declared.keySet())));
            }
        }
        return known;
    }

    private void unknown(Node child, Collection<String> siblings) {
        if (siblings.contains(child.name)) {
            problem(child, "\"" + child.name + "\" is in the wrong namespace", "Take its xmlns away: the root's holds for all.");
            return;
        }
        var homes = grammar.homes(child.name);
        String advice = homes.isEmpty() ? Nearest.advice(child.name, siblings) : "It belongs in " + String.join(" or ", homes) + ".";
        problem(child, "unknown element \"" + child.name + "\" in " + child.parent.name, advice);
    }

    /** Says once what the validator said in one or two messages since the last step. */
    private void translate(Node node, String type) {
        for (String complaint : complaints) {
            String key = complaint.substring(0, Math.max(0, complaint.indexOf(':')));
            switch (key) {
                case "cvc-attribute.3", "cvc-complex-type.4" -> { } // all of them are said below
                case "cvc-type.3.1.3" -> wrongText(node, type);
                case "cvc-complex-type.2.1", "cvc-complex-type.2.3" -> problems.accept(node.source.problem(firstText(node),
                    "text has no place in " + node.name, "Remove it, or make it an attribute."));
                case "cvc-complex-type.2.4.a", "cvc-complex-type.2.4.d", "cvc-complex-type.2.4.e", "cvc-complex-type.2.4.f" -> misplaced(node);
                case "cvc-complex-type.2.4.b" -> missingChildren(node, type);
                default -> {
                    // The facet that a value breaks comes before the message that names the attribute; anything else is news to us.
                    if (!isFacet(key)) problem(node, "the schema does not allow \"" + node.name + "\" like this (" + key + ")", "See the reference of the configuration.");
                }
            }
        }
        if (complaints.stream().anyMatch(complaint -> complaint.startsWith("cvc-attribute.3:"))) wrongValues(node, type);
        if (complaints.stream().anyMatch(complaint -> complaint.startsWith("cvc-complex-type.4:"))) missingAttributes(node, type);
        heard += complaints.size();
        complaints.clear();
    }

    private static boolean isFacet(String key) {
        return key.endsWith("-valid") || key.startsWith("cvc-datatype-valid") || key.startsWith("cvc-minInclusive") || key.startsWith("cvc-pattern");
    }

    private void missingAttributes(Node node, String type) {
        grammar.attributes(type).forEach((name, use) -> {
            if (!use.required() || node.attributes.containsKey(name)) return;
            String wrong = node.attributes.keySet().stream().filter(given -> !grammar.attributes(type).containsKey(given))
                .filter(given -> Nearest.find(given, List.of(name)).isPresent()).findFirst().orElse(null);
            if (wrong == null) problem(node, "\"" + node.name + "\" lacks the attribute \"" + name + "\"", must(use.type(), "Add it; it"));
        });
    }

    private void misplaced(Node child) {
        Node parent = child.parent;
        String type = grammar.type(parent).orElseThrow();
        if (missingChildren(parent, type)) return;
        var order = grammar.children(type).keySet();
        boolean again = parent.children(child.name).findFirst().filter(first -> first != child).isPresent();
        problem(child, "\"" + child.name + "\" stands in the wrong place" + (again ? ", or once too often" : ""),
            "Order in " + parent.name + ": " + String.join(", ", order) + ".");
    }

    private boolean missingChildren(Node node, String type) {
        var children = grammar.children(type);
        var missing = children.entrySet().stream().filter(child -> child.getValue().required() && !node.has(child.getKey())).map(Map.Entry::getKey).toList();
        // An unknown element that was meant to be the missing one has been reported already.
        var meant = node.children.stream().filter(child -> !children.containsKey(child.name)).map(child -> child.name).toList();
        missing.stream().filter(name -> meant.stream().noneMatch(wrong -> Nearest.find(wrong, List.of(name)).isPresent()))
            .forEach(name -> problem(node, "\"" + node.name + "\" lacks the element \"" + name + "\"",
                "Add it. Order in " + node.name + ": " + String.join(", ", children.keySet()) + "."));
        return !missing.isEmpty();
    }

    /** Asks about each value alone: which one is meant stands only in the validator's sentence, in the language of the machine. */
    private void wrongValues(Node node, String type) {
        grammar.attributes(type).forEach((name, use) -> node.attribute(name)
            .filter(attribute -> !grammar.accepts(use.type(), attribute.value())).ifPresent(attribute -> wrongValue(attribute, use.type())));
    }

    private void wrongText(Node node, String type) {
        wrongValue(new Node.Attribute(node, node.name, node.text.toString(), node.at, grammar.isList(type) ? node.textAt : firstText(node)), type);
    }

    private void wrongValue(Node.Attribute attribute, String type) {
        Source source = attribute.owner().source;
        List<String> values = grammar.values(type);
        List<Node.Attribute> words = grammar.isList(type) ? attribute.words() : List.of(attribute);
        List<Node.Attribute> wrong = words.stream().filter(word -> !values.isEmpty() && !values.contains(word.value())).toList();
        if (wrong.isEmpty()) {
            wrongShape(attribute, type);
        }
        for (Node.Attribute word : wrong) {
            String near = Nearest.find(word.value(), values).map(name -> " Nearest: " + name + ".").orElse("");
            problems.accept(source.problem(word.valueAt(), "\"" + word.value() + "\" is no value of " + word.name(),
                "Allowed: " + String.join(", ", values) + "." + near));
        }
    }

    private void wrongShape(Node.Attribute attribute, String type) {
        boolean empty = attribute.value().isBlank();
        boolean secret = attribute.name().equals("secret") || attribute.name().equals("password");
        String what = attribute.name() + (secret || empty ? "" : " \"" + attribute.value().strip() + "\"");
        problems.accept(attribute.owner().source.problem(attribute.valueAt(),
            what + (empty ? " is empty" : " is not what it must be"), must(type, "It")));
    }

    /** "It must be a port number from 0 to 65535." */
    private String must(String type, String start) {
        List<String> values = grammar.values(type);
        String meaning = grammar.meaning(type);
        if (values.isEmpty()) return start + " must be " + (meaning.isEmpty() ? "a value of type " + type : meaning) + ".";
        return start + " must be " + (meaning.isEmpty() ? "one of these" : meaning) + ": " + values.stream().collect(Collectors.joining(", ")) + ".";
    }

    /** The schema sees an element's text after its children; the first of it stands right behind the start tag, or so near that it is found. */
    private static int firstText(Node node) {
        int behind = node.textAt;
        String word = node.text.toString().strip();
        int found = word.isEmpty() ? -1 : node.source.text().indexOf(word.lines().findFirst().orElse(word), behind);
        return found < 0 ? node.at : found;
    }

    private void problem(Node node, String message, String advice) {
        problems.accept(node.source.problem(node.at, message, advice));
    }
}
