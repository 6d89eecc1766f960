package tearline.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;
import javax.xml.validation.ValidatorHandler;
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
import tearline.engine.standard.Profiles;
import tearline.engine.standard.Standard;
import tearline.engine.standard.Standards;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;
import tearline.engine.xml.XmlReader;

/** Recognises a document by its root, then reads, validates and builds it in one pass, and holds the rules of its standard against it. */
public final class Checker {

    /** A document as its standard sees it; findings of the schema come first. */
    public record Checked(Standards.Match match, XdmNode document, List<Finding> findings) {}

    /** The one rule of signatures that refuses, and that no leniency forgives. */
    public static final String SIGNATURE_REQUIRED = "SIG-6";

    private final Standards standards;
    private final Schemas schemas;
    private final Shelf shelf;
    private final Map<String, JsonShape> jsonShapes = new ConcurrentHashMap<>();
    private final Map<String, RuleBook> rules = new ConcurrentHashMap<>();

    private final Profiles profiles;

    public Checker(Shelf shelf, Standards standards, Schemas schemas) {
        this.profiles = new Profiles(shelf);
        this.shelf = shelf;
        this.standards = standards;
        this.schemas = schemas;
    }

    /** A product of ours, or any document within the reader's own limits. */
    public Checked check(byte[] bytes) {
        return check(bytes, XmlReader.MAX_DEPTH);
    }

    /** Nobody's signature is trusted, and nothing beyond the standard is asked for. */
    public Checked check(byte[] bytes, int deepest) {
        return check(bytes, deepest, Demands.NONE);
    }

    /** Throws a refusal where the bytes are neither XML nor JSON, nested deeper than the limit, or of no standard that we read. */
    public Checked check(byte[] bytes, int deepest, Demands demands) {
        if (JsonText.opensHere(bytes)) return checkJson(JsonText.read(bytes, Math.min(deepest, XmlReader.MAX_DEPTH)), demands);
        var trust = demands.trust();
        var checked = StraightReading.of(bytes, deepest, standards, schemas)
                .map(read -> new Checked(read.match(), read.document(), rulesBrokenBy(read.match().standard(), read.document(), demands.profiles())))
                .orElseGet(() -> checkTelling(bytes, deepest, demands));
        var signature = signatureOf(checked.document());
        if (!trust.required() && signature.isEmpty()) return checked;
        var findings = new ArrayList<>(checked.findings());
        findings.addAll(SignatureFindings.of(bytes, trust, checked.match().standard().title(), signature));
        return new Checked(checked.match(), checked.document(), findings);
    }

    /** The slow way: it says what is wrong, and where. */
    Checked checkTelling(byte[] bytes, int deepest, Demands demands) {
        var pass = new Pass(deepest, demands.profiles());
        try {
            XmlReader.read(bytes, pass);
        } finally {
            pass.letGo();
        }
        return pass.finish();
    }

    /** A JSON document is told as XML, at its own lines; what its JSON Schema says comes first, and paths are JSON pointers. */
    private Checked checkJson(JsonValue document, Demands demands) {
        var match = JsonShape.root(document).flatMap(standards::matchingJson).orElseThrow(() -> new Refusal(Code.UNKNOWN_STANDARD, List.of(new Finding(Code.UNKNOWN_STANDARD.id(), Severity.ERROR,
                document.line(), document.column(), "", "the document is no JSON-LD object of a standard that is known here, with its own @context", "", ""))));
        var json = match.standard().json().orElseThrow();
        var shape = jsonShapes.computeIfAbsent(json.schemaPath(), path -> new JsonShape(shelf, path, json.contextPath()));
        var ours = shape.inOurPrefixes(document);
        var pass = new Pass(Integer.MAX_VALUE, demands.profiles()); // its depth was limited as JSON
        pass.match = match;
        try {
            new JsonEvents(shape, pass).tell(ours);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        } finally {
            pass.letGo();
        }
        var checked = pass.finish();
        var findings = JsonFindings.of(ours, shape, match.standard().name());
        var all = new ArrayList<>(findings.isEmpty() ? checked.findings().stream().map(finding -> finding.at(ours.pointerAt(finding.line(), finding.column()))).toList() : findings);
        if (demands.trust().required()) all.add(SignatureFindings.required(match.standard().title())); // no signature that we verify can stand in JSON
        return new Checked(match, checked.document(), all);
    }

    /** The same for an element inside an envelope; it becomes a document of its own that keeps its lines. */
    public Checked check(XdmNode element, Demands demands) {
        var pass = new Pass(XmlReader.MAX_DEPTH, demands.profiles()); // the envelope around it kept the limit
        return check(element, pass, pass);
    }

    /** The same for the element around it, as if it were the only one of its name there. */
    public Checked checkWithinParent(XdmNode element, Demands demands) {
        var pass = new Pass(XmlReader.MAX_DEPTH, demands.profiles());
        return check(element.getParent(), new OnlyChild(element, pass), pass);
    }

    private static Checked check(XdmNode element, ContentHandler events, Pass pass) {
        try {
            Saxon.processor().writeXdmValue(element, new SAXDestination(events));
        } catch (SaxonApiException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) if (cause instanceof Refusal refusal) throw refusal;
            throw new IllegalStateException(e);
        } finally {
            pass.letGo();
        }
        return pass.finish();
    }

    /** Findings of the rules alone, for a document whose schema has already spoken. */
    public List<Finding> rulesBrokenBy(Standard standard, XdmNode document) {
        return rules.computeIfAbsent(standard.name(), name -> new RuleBook(shelf, standard.ruleFiles())).check(document);
    }

    private List<Finding> rulesBrokenBy(Standard standard, XdmNode document, Set<String> asked) {
        var findings = new ArrayList<>(rulesBrokenBy(standard, document));
        findings.addAll(profileRulesBrokenBy(standard, document, asked));
        return findings;
    }

    public boolean isProfileOf(String profile, Standard standard) {
        return profiles.find(profile).filter(one -> one.standard().equals(standard.name())).isPresent();
    }

    /** What a document breaks of one profile, each with the severity that it has there. */
    public List<Finding> profileRulesBrokenBy(String profile, XdmNode document) {
        var found = profiles.find(profile).orElseThrow(() -> new IllegalArgumentException("No profile is called " + profile));
        return rules.computeIfAbsent(found.name(), name -> new RuleBook(shelf, found.ruleFiles())).check(document);
    }

    /** A profile that the document only claims refuses nothing: it is told. One that the sender's file asks for does. */
    private List<Finding> profileRulesBrokenBy(Standard standard, XdmNode document, Set<String> asked) {
        var findings = new ArrayList<Finding>();
        List<String> codes = null;
        for (var profile : profiles.list()) {
            if (!profile.standard().equals(standard.name())) continue;
            if (codes == null) codes = codesOf(document);
            if (asked.contains(profile.name())) findings.addAll(profileRulesBrokenBy(profile.name(), document));
            else if (profile.claimedBy(codes)) profileRulesBrokenBy(profile.name(), document).forEach(finding -> findings.add(finding.severity() == Severity.ERROR ? finding.as(Severity.WARNING) : finding));
        }
        return findings;
    }

    private static List<String> codesOf(XdmNode document) {
        var codes = new ArrayList<String>();
        for (var child : Saxon.elements(Saxon.root(document))) if (child.getUnderlyingNode().getLocalPart().equals("code")) codes.add(child.getStringValue().strip());
        return codes;
    }

    /** Only a document of its own is looked at: inside an envelope its bytes are not its own any more. */
    private static Optional<XdmNode> signatureOf(XdmNode document) {
        for (var child : Saxon.elements(Saxon.root(document))) if (child.getUnderlyingNode().getNamespaceUri().toString().equals("http://www.w3.org/2000/09/xmldsig#")) return Optional.of(child);
        return Optional.empty();
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
        private ValidatorHandler validator;
        private final int deepest;
        private final Set<String> asked;
        private int depth;

        Pass(int deepest, Set<String> asked) {
            this.deepest = deepest;
            this.asked = asked;
        }

        /** The validator is this thread's and outlives the pass: it must not hold the tree. */
        void letGo() {
            if (validator == null) return;
            validator.setContentHandler(null);
            validator.setErrorHandler(null);
        }

        Checked finish() {
            try {
                var document = tree.getDocumentNode();
                var all = new ArrayList<>(findings.findings());
                if (all.isEmpty()) all.addAll(rulesBrokenBy(match.standard(), document, asked));
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
            validator = schemas.validator(match.shape().schemaPath());
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
