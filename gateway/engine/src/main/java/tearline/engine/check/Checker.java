package tearline.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.json.JsonEvents;
import tearline.engine.json.JsonFindings;
import tearline.engine.json.JsonShape;
import tearline.engine.json.JsonText;
import tearline.engine.json.JsonValue;
import tearline.engine.standard.Standard;
import tearline.engine.standard.Standards;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;
import tearline.engine.xml.XmlReader;

/** Recognises a document by its root, then reads, validates and builds it in one pass, and holds the rules of its standard against it. */
public final class Checker {

    /** A document as its standard sees it; findings of the schema come first. */
    public record Checked(Standards.Match match, XdmNode document, List<Finding> findings) {}

    private final Standards standards;
    private final Schemas schemas;
    private final Shelf shelf;
    private final Map<String, JsonShape> jsonShapes = new ConcurrentHashMap<>();
    private final Map<String, RuleBook> rules = new ConcurrentHashMap<>();

    public Checker(Shelf shelf, Standards standards, Schemas schemas) {
        this.shelf = shelf;
        this.standards = standards;
        this.schemas = schemas;
    }

    /** A product of ours, or any document within the reader's own limits. */
    public Checked check(byte[] bytes) {
        return check(bytes, XmlReader.MAX_DEPTH);
    }

    /** Throws a refusal where the bytes are no XML, nested deeper than the limit, or of no standard that we read. */
    public Checked check(byte[] bytes, int deepest) {
        if (JsonText.opensHere(bytes)) return checkJson(JsonText.read(bytes, Math.min(deepest, XmlReader.MAX_DEPTH)));
        var pass = new Pass(deepest);
        XmlReader.read(bytes, pass);
        var checked = pass.finish();
        if (!isSigned(checked.document())) return checked;
        var findings = new ArrayList<>(checked.findings());
        findings.addAll(SignatureFindings.of(bytes, checked.match().standard().title()));
        return new Checked(checked.match(), checked.document(), findings);
    }

    /** A JSON document is told as XML, at its own lines; what its JSON Schema says comes first, and paths are JSON pointers. */
    private Checked checkJson(JsonValue document) {
        var match = JsonShape.root(document).flatMap(standards::matchingJson).orElseThrow(() -> new Refusal(Code.UNKNOWN_STANDARD, List.of(new Finding(Code.UNKNOWN_STANDARD.id(), Severity.ERROR,
                document.line(), document.column(), "", "the document is no JSON-LD object of a standard that is known here, with its own @context", "", ""))));
        var json = match.standard().json().orElseThrow();
        var shape = jsonShapes.computeIfAbsent(json.schemaPath(), path -> new JsonShape(shelf, path, json.contextPath()));
        var ours = shape.inOurPrefixes(document);
        var pass = new Pass(Integer.MAX_VALUE); // its depth was limited as JSON
        pass.match = match;
        try {
            new JsonEvents(shape, pass).tell(ours);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
        var checked = pass.finish();
        var findings = JsonFindings.of(ours, shape, match.standard().name());
        if (findings.isEmpty()) findings = checked.findings().stream().map(finding -> finding.at(ours.pointerAt(finding.line(), finding.column()))).toList();
        return new Checked(match, checked.document(), findings);
    }

    /** The same for an element inside an envelope; it becomes a document of its own that keeps its lines. */
    public Checked check(XdmNode element) {
        var pass = new Pass(XmlReader.MAX_DEPTH); // the envelope around it kept the limit
        return check(element, pass, pass);
    }

    /** The same for the element around it, as if it were the only one of its name there. */
    public Checked checkWithinParent(XdmNode element) {
        var pass = new Pass(XmlReader.MAX_DEPTH);
        return check(element.getParent(), new OnlyChild(element, pass), pass);
    }

    private static Checked check(XdmNode element, ContentHandler events, Pass pass) {
        try {
            Saxon.processor().writeXdmValue(element, new SAXDestination(events));
        } catch (SaxonApiException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) if (cause instanceof Refusal refusal) throw refusal;
            throw new IllegalStateException(e);
        }
        return pass.finish();
    }

    /** Findings of the rules alone, for a document whose schema has already spoken. */
    public List<Finding> rulesBrokenBy(Standard standard, XdmNode document) {
        var findings = new ArrayList<Finding>();
        for (var file : standard.ruleFiles()) {
            findings.addAll(rules.computeIfAbsent(file, path -> new RuleBook(shelf, path)).check(document));
        }
        return findings;
    }

    /** Only a document of its own is looked at: inside an envelope its bytes are not its own any more. */
    private static boolean isSigned(XdmNode document) {
        return Saxon.elements(Saxon.root(document)).stream().anyMatch(child -> child.getNodeName().getNamespaceURI().equals("http://www.w3.org/2000/09/xmldsig#"));
    }

    private Standards.Match recognise(QName root, Locator locator) {
        var match = standards.matching(root);
        if (match.isPresent()) return match.get();
        Optional<String> because = standards.refusal(root);
        int line = locator == null ? -1 : locator.getLineNumber();
        int column = locator == null ? -1 : locator.getColumnNumber();
        throw because
                .map(reason -> new Refusal(Code.REFUSED_STANDARD, List.of(new Finding(Code.REFUSED_STANDARD.id(), Severity.ERROR, line, column, "/", reason, "", ""))))
                .orElseGet(() -> new Refusal(Code.UNKNOWN_STANDARD, List.of(new Finding(Code.UNKNOWN_STANDARD.id(), Severity.ERROR, line, column, "/",
                        "the root element is of no standard that is known here", "", ""))));
    }

    /** Waits for the root element, then plugs in the schema of its shape: reader, findings, validator, tree. */
    private final class Pass extends DefaultHandler {

        private final net.sf.saxon.s9api.BuildingContentHandler tree = Saxon.newTree();
        private final Map<String, String> pending = new java.util.LinkedHashMap<>();
        private Locator locator;
        private Standards.Match match;
        private SchemaFindings findings;
        private ContentHandler next;
        private final int deepest;
        private int depth;

        Pass(int deepest) {
            this.deepest = deepest;
        }

        Checked finish() {
            try {
                var document = tree.getDocumentNode();
                var all = new ArrayList<>(findings.findings());
                if (all.isEmpty()) all.addAll(rulesBrokenBy(match.standard(), document));
                return new Checked(match, document, all);
            } catch (SaxonApiException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override public void setDocumentLocator(Locator locator) { this.locator = locator; }

        @Override
        public void startPrefixMapping(String prefix, String uri) throws SAXException {
            if (next != null) next.startPrefixMapping(prefix, uri);
            else pending.put(prefix, uri);
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
            if (++depth > deepest) throw tooDeep();
            if (next == null) plugIn(new QName(uri, local));
            next.startElement(uri, local, name, attributes);
        }

        private Refusal tooDeep() {
            int line = locator == null ? -1 : locator.getLineNumber(), column = locator == null ? -1 : locator.getColumnNumber();
            return new Refusal(Code.TOO_DEEP, List.of(new Finding(Code.TOO_DEEP.id(), Severity.ERROR, line, column, "", "elements are nested deeper than the configuration allows", "", "")));
        }

        private void plugIn(QName root) throws SAXException {
            if (match == null) match = recognise(root, locator);
            var validator = schemas.get(match.shape().schemaPath()).newValidatorHandler();
            validator.setContentHandler(tree);
            findings = new SchemaFindings(match.standard().name(), validator);
            validator.setErrorHandler(findings);
            next = findings;
            if (locator != null) next.setDocumentLocator(locator);
            next.startDocument();
            for (var mapping : pending.entrySet()) next.startPrefixMapping(mapping.getKey(), mapping.getValue());
        }

        @Override public void endPrefixMapping(String prefix) throws SAXException { if (next != null) next.endPrefixMapping(prefix); }
        @Override
        public void endElement(String uri, String local, String name) throws SAXException {
            depth--;
            next.endElement(uri, local, name);
        }

        @Override public void characters(char[] text, int start, int length) throws SAXException { if (next != null) next.characters(text, start, length); }
        @Override public void ignorableWhitespace(char[] text, int start, int length) throws SAXException { if (next != null) next.ignorableWhitespace(text, start, length); }
        @Override public void endDocument() throws SAXException { next.endDocument(); }
    }
}
