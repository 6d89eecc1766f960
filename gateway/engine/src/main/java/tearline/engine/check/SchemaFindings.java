package tearline.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Severity;

/** Turns what the validator says into findings: a path, a sentence of ours, and never a value from the document. */
final class SchemaFindings extends XMLFilterImpl implements ErrorHandler {

    private static final int MOST = 100;
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("cvc-complex-type.2.4.a", "an element stands where another is expected"),
            Map.entry("cvc-complex-type.2.4.b", "an element is missing at the end of this one"),
            Map.entry("cvc-complex-type.2.4.c", "an element matches a wildcard but is declared nowhere"),
            Map.entry("cvc-complex-type.2.4.d", "an element stands where none is expected any more"),
            Map.entry("cvc-complex-type.2.4.e", "an element occurs more often than it may"),
            Map.entry("cvc-complex-type.2.4.f", "an element occurs more often than it may"),
            Map.entry("cvc-complex-type.2.4.j", "an element is missing here"),
            Map.entry("cvc-complex-type.2.3", "text stands where only elements may"),
            Map.entry("cvc-complex-type.2.1", "this element must be empty"),
            Map.entry("cvc-complex-type.2.2", "elements stand in a place for plain text"),
            Map.entry("cvc-complex-type.3.2.2", "an attribute is not allowed here"),
            Map.entry("cvc-complex-type.4", "a required attribute is missing"),
            Map.entry("cvc-elt.1.a", "the element is declared nowhere"),
            Map.entry("cvc-elt.2", "the element is abstract: one that stands for it is needed"),
            Map.entry("cvc-elt.4.2", "xsi:type names no type that is known"),
            Map.entry("cvc-type.2", "the type is abstract: xsi:type must name a concrete one"),
            Map.entry("cvc-type.3.1.2", "elements stand in a place for plain text"),
            Map.entry("cvc-type.3.1.3", "the value is not of the type of this element"),
            Map.entry("cvc-attribute.3", "the value is not of the type of this attribute"),
            Map.entry("cvc-enumeration-valid", "the value is not one of the list"),
            Map.entry("cvc-pattern-valid", "the value does not have the form that is asked for"),
            Map.entry("cvc-datatype-valid.1.2.1", "the value is not of its type"),
            Map.entry("cvc-datatype-valid.1.2.3", "the value is of none of the types it may have"),
            Map.entry("cvc-minLength-valid", "the value is too short"),
            Map.entry("cvc-maxLength-valid", "the value is too long"),
            Map.entry("cvc-minInclusive-valid", "the number is too small"),
            Map.entry("cvc-maxInclusive-valid", "the number is too large"),
            Map.entry("cvc-id.1", "a reference points at an id that is not in the document"),
            Map.entry("cvc-id.2", "an id stands twice in the document"));

    private final String clause;
    private final List<Finding> findings = new ArrayList<>();
    /** The open elements, and for each the names of the children that it had so far: the path is worked out only where it is told. */
    private final List<List<String>> children = new ArrayList<>();
    private int depth;
    private SAXParseException lastFacet;

    SchemaFindings(String standard, ContentHandler next) {
        clause = standard + " schema";
        children.add(new ArrayList<>());
        setContentHandler(next);
    }

    List<Finding> findings() {
        return findings;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
        children.get(depth++).add(local);
        if (children.size() == depth) children.add(new ArrayList<>());
        else children.get(depth).clear();
        super.startElement(uri, local, name, attributes);
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        super.endElement(uri, local, name);
        depth--;
    }

    private String path() {
        var path = new StringBuilder();
        for (var names : children.subList(0, depth)) {
            var last = names.get(names.size() - 1);
            long position = names.stream().filter(last::equals).count();
            path.append('/').append(last).append(position == 1 ? "" : "[" + position + "]");
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    @Override
    public void error(SAXParseException e) {
        if (findings.size() >= MOST) return;
        var message = String.valueOf(e.getMessage());
        int colon = message.indexOf(':');
        var key = colon > 0 ? message.substring(0, colon) : "";
        if (key.startsWith("cvc-type.3.1.3") || key.startsWith("cvc-attribute.3") || key.startsWith("cvc-complex-type.2.2")) {
            // Xerces reports the broken facet, then the element again: one finding is enough.
            if (lastFacet != null && lastFacet.getLineNumber() == e.getLineNumber() && lastFacet.getColumnNumber() == e.getColumnNumber()) return;
        }
        lastFacet = e;
        findings.add(new Finding(Code.NOT_VALID.id(), Severity.ERROR, e.getLineNumber(), e.getColumnNumber(), path(),
                SENTENCES.getOrDefault(key, "this does not fit the schema"), clause, SchemaAdvice.of(key, message)));
    }

    @Override public void fatalError(SAXParseException e) { error(e); }

    @Override public void warning(SAXParseException e) { }
}
