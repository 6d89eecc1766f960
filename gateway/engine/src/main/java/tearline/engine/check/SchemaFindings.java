package tearline.engine.check;

import java.util.ArrayList;
import java.util.List;
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
        var words = SchemaWords.of(key);
        findings.add(new Finding(Code.NOT_VALID.id(), Severity.ERROR, e.getLineNumber(), e.getColumnNumber(), path(), words.sentence(), clause, words.advice(message)));
    }

    @Override public void fatalError(SAXParseException e) { error(e); }

    @Override public void warning(SAXParseException e) { }
}
