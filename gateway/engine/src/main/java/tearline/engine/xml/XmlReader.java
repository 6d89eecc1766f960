package tearline.engine.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.validation.Schema;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;

/** The one way in which XML is read in this house: no DOCTYPE, nothing fetched, bounded depth and attributes. */
public final class XmlReader {

    public static final int MAX_DEPTH = 200;
    public static final int MAX_ATTRIBUTES = 200;
    private static final String JAXP = "http://www.oracle.com/xml/jaxp/properties/";
    private static final XMLInputFactory STAX = stax();
    private static final String SCHEMA = "http://apache.org/xml/features/validation/schema/";
    private static final ThreadLocal<XMLReader> READERS = ThreadLocal.withInitial(() -> hardened(null));

    private static final DefaultHandler NOBODY = new DefaultHandler();

    private XmlReader() {}

    /** Sends the document's events to the handler. Throws a refusal where the bytes are no XML that we take. */
    public static void read(byte[] bytes, ContentHandler handler) {
        read(bytes, READERS.get(), handler, new StrictErrors());
    }

    /** The same with a reader that validates, for a handler that also hears what the schema does not allow. */
    public static <H extends ContentHandler & ErrorHandler> void read(byte[] bytes, XMLReader validating, H handler) {
        read(bytes, validating, handler, handler);
    }

    private static void read(byte[] bytes, XMLReader reader, ContentHandler handler, ErrorHandler errors) {
        reader.setContentHandler(handler);
        reader.setErrorHandler(errors);
        try {
            reader.parse(new InputSource(new ByteArrayInputStream(bytes)));
        } catch (SAXParseException e) {
            throw refusal(e);
        } catch (SAXException e) {
            if (e.getException() instanceof Refusal refusal) throw refusal;
            throw new Refusal(Code.NOT_WELL_FORMED, List.of(finding("XML", 1, 1, "the document cannot be read")));
        } catch (IOException e) { // malformed UTF-8 and the like: the bytes are in memory, so no other cause exists
            throw new Refusal(Code.NOT_WELL_FORMED, List.of(finding("XML", 1, 1, "the bytes are not in the encoding that the document declares")));
        } finally {
            reader.setContentHandler(NOBODY); // the reader is this thread's and outlives the document
            reader.setErrorHandler(NOBODY);
        }
    }

    /** A StAX factory with the same refusals, for libraries that pull; a DOCTYPE reaches them as a DTD event. */
    public static XMLInputFactory stax() {
        var factory = new com.ctc.wstx.stax.WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("com.ctc.wstx.maxElementDepth", MAX_DEPTH);
        factory.setProperty("com.ctc.wstx.maxAttributesPerElement", MAX_ATTRIBUTES);
        return factory;
    }

    /** Whether comments or processing instructions stand in a document that was read before: they carry no label. */
    public static boolean hasRemarks(byte[] bytes) {
        try {
            var events = STAX.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (events.hasNext()) {
                int event = events.next();
                if (event == XMLStreamConstants.COMMENT || event == XMLStreamConstants.PROCESSING_INSTRUCTION) return true;
            }
            return false;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A document that was read cannot be read again");
        }
    }

    /** A comment or processing instruction, with the line where it stands. */
    public record Remark(String text, int line, int column) {}

    /** The comments and processing instructions of a document that was read before; where none can stand, nothing is read again. */
    public static List<Remark> remarks(byte[] bytes) {
        if (!mayHaveRemarks(bytes)) return List.of();
        var remarks = new ArrayList<Remark>();
        try {
            var events = STAX.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (events.hasNext()) {
                int event = events.next();
                var text = event == XMLStreamConstants.COMMENT ? events.getText() : event == XMLStreamConstants.PROCESSING_INSTRUCTION ? events.getPIData() : null;
                if (text != null) remarks.add(new Remark(text, events.getLocation().getLineNumber(), events.getLocation().getColumnNumber()));
            }
            return remarks;
        } catch (XMLStreamException e) {
            throw new Refusal(Code.NOT_WELL_FORMED, List.of(finding("XML", e.getLocation() == null ? 1 : e.getLocation().getLineNumber(), e.getLocation() == null ? 1 : e.getLocation().getColumnNumber(), "a second reader stops here")));
        }
    }

    /** In UTF-16 a zero stands between any two; and JSON has none. */
    private static boolean mayHaveRemarks(byte[] bytes) {
        int first = 0;
        while (first < bytes.length && bytes[first] >= 0 && bytes[first] <= ' ') first++;
        if (first < bytes.length && (bytes[first] == '{' || bytes[first] == '[')) return false;
        for (int i = first; i < bytes.length; i++) {
            if (bytes[i] != '<') continue;
            int next = i + 1 < bytes.length && bytes[i + 1] == 0 ? i + 2 : i + 1;
            boolean declaration = i <= first + 3 && next < bytes.length && bytes[next] == '?'; // behind a byte order mark at most
            if (next < bytes.length && (bytes[next] == '!' || bytes[next] == '?' && !declaration)) return true;
        }
        return false;
    }

    /** A reader with the same refusals that validates inside, for one thread at a time. */
    public static XMLReader validating(Schema schema) {
        return hardened(schema);
    }

    private static XMLReader hardened(Schema schema) {
        try {
            var factory = SAXParserFactory.newDefaultNSInstance();
            if (schema != null) {
                factory.setSchema(schema);
                factory.setFeature(SCHEMA + "normalized-value", false); // what passes on is what was sent, blanks and all
                factory.setFeature(SCHEMA + "element-default", false);
                factory.setFeature(SCHEMA + "augment-psvi", false); // nobody asks for types afterwards
            }
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var reader = factory.newSAXParser().getXMLReader();
            reader.setProperty(JAXP + "maxElementDepth", Integer.toString(MAX_DEPTH));
            reader.setProperty(JAXP + "elementAttributeLimit", Integer.toString(MAX_ATTRIBUTES));
            reader.setEntityResolver((publicId, systemId) -> { throw new SAXException("external entity refused"); });
            return reader;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("This Java cannot refuse a DOCTYPE", e);
        }
    }

    private static Refusal refusal(SAXParseException e) {
        var text = String.valueOf(e.getMessage());
        if (text.contains("DOCTYPE is disallowed")) {
            return new Refusal(Code.DOCTYPE, List.of(finding("XML-DOCTYPE", e.getLineNumber(), e.getColumnNumber(), "a DOCTYPE stands here")));
        }
        if (text.startsWith("JAXP0001000")) { // the parser's own limits: depth, attributes, name length
            return new Refusal(Code.TOO_DEEP, List.of(finding("XML-LIMIT", e.getLineNumber(), e.getColumnNumber(), "a limit of the reader is passed here")));
        }
        return new Refusal(Code.NOT_WELL_FORMED, List.of(finding("XML", e.getLineNumber(), e.getColumnNumber(), "the document stops being well-formed here")));
    }

    private static Finding finding(String rule, int line, int column, String message) {
        return new Finding(rule, Severity.ERROR, Math.max(1, line), Math.max(1, column), "", message, "XML 1.0", ""); // the parser has no place before the first tag
    }

    /** Without it, the parser prints fatal errors, with content, to standard error. */
    private static final class StrictErrors extends DefaultHandler {
        @Override public void error(SAXParseException e) throws SAXException { throw e; }
        @Override public void fatalError(SAXParseException e) throws SAXException { throw e; }
    }
}
