package tearline.engine.config;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Parses one file into nodes that know their place. No DTD, no entity, nothing fetched. */
final class TreeReader extends DefaultHandler {

    private static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final Source source;
    private Locator locator;
    private Node root;
    private Node open;

    private TreeReader(Source source) { this.source = source; }

    /** The root, or nothing where the file is no well-formed XML, which has then been reported. */
    static Optional<Node> read(Source source, Consumer<Problem> problems) {
        TreeReader reader = new TreeReader(source);
        try {
            XMLReader parser = parser();
            parser.setContentHandler(reader);
            parser.setErrorHandler(reader);
            parser.parse(new InputSource(new StringReader(source.text())));
            return Optional.of(reader.root);
        } catch (SAXParseException broken) {
            problems.accept(reader.notWellFormed(broken));
            return Optional.empty();
        } catch (SAXException | IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException("the XML parser of this Java is not usable", impossible);
        }
    }

    private static XMLReader parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(DOCTYPE, true);
        factory.setXIncludeAware(false);
        return factory.newSAXParser().getXMLReader();
    }

    private Problem notWellFormed(SAXParseException broken) {
        int offset = source.offset(broken.getLineNumber(), broken.getColumnNumber());
        int doctype = source.text().indexOf("<!DOCTYPE");
        if (doctype >= 0 && doctype <= offset) {
            return source.problem(doctype, "a document type declaration is not allowed", "Remove it: a configuration needs none, and it can fetch what it should not.");
        }
        String open = this.open == null ? "Look here and just before." : "Look here and just before; the last element opened is \"" + this.open.name + "\".";
        return source.problem(offset, "the file is not well-formed XML from here on", open + " Nothing after it was checked.");
    }

    @Override public void fatalError(SAXParseException broken) throws SAXException { throw broken; }

    @Override public void setDocumentLocator(Locator locator) { this.locator = locator; }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes) {
        // The locator stands behind the tag, and no attribute of well-formed XML contains an angle bracket.
        int end = source.offset(locator.getLineNumber(), locator.getColumnNumber());
        int start = source.text().lastIndexOf('<', end - 1) + 1;
        Node node = new Node(source, open, namespace, name, start, end);
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getURI(i).equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) continue; // hints for editors
            String written = attributes.getQName(i);
            int at = nameAt(written, start + qualified.length(), end);
            int quote = source.text().indexOf('=', at);
            while ("'\"".indexOf(source.text().charAt(quote)) < 0) quote++;
            node.attributes.put(written, new Node.Attribute(node, written, attributes.getValue(i), at, quote + 1));
        }
        if (open == null) root = node; else open.children.add(node);
        open = node;
    }

    /** Steps from attribute to attribute, so that a name inside another's value is not taken for it. */
    private int nameAt(String name, int from, int end) {
        String text = source.text();
        int at = from;
        while (at < end) {
            while (Character.isWhitespace(text.charAt(at))) at++;
            int equals = text.indexOf('=', at);
            if (text.substring(at, equals).strip().equals(name)) return at;
            int quote = equals + 1;
            while (Character.isWhitespace(text.charAt(quote))) quote++;
            at = text.indexOf(text.charAt(quote), quote + 1) + 1;
        }
        throw new IllegalStateException("attribute not found again in " + source.file());
    }

    @Override public void characters(char[] text, int start, int length) { open.text.append(text, start, length); }

    @Override public void endElement(String namespace, String name, String qualified) { open = open.parent; }
}
