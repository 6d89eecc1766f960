package tearline.engine.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tearline.engine.xml.XmlReader;

/** Reads the bytes of a product as its receiver will, in one pass; what cannot be read is said so. */
final class Reading {

    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final XMLInputFactory XML = XmlReader.stax();
    private static final JsonFactory JSON = new JsonFactory();
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    final List<Run> runs = new ArrayList<>();
    boolean outside;
    /** The local name of the root element, or of nothing in JSON. */
    String root = "";
    private final Grammar grammar;
    private final Allowance allowance;
    private final boolean strangers;

    private Reading(Grammar grammar, Allowance allowance, boolean strangers) {
        this.grammar = grammar;
        this.allowance = allowance;
        this.strangers = strangers;
    }

    /** @param strangers whether what stands in other namespaces than the format's is agreed, where the format has room for it */
    static Reading of(byte[] bytes, String mediaType, Grammar grammar, Allowance allowance, boolean strangers) throws Unreadable {
        var reading = new Reading(grammar, allowance, strangers);
        try {
            if (mediaType.contains("json")) reading.json(bytes);
            else if (mediaType.contains("xml")) reading.xml(bytes);
            else reading.runs.add(new Run(StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString(), "", false));
        } catch (XMLStreamException | IOException e) {
            throw new Unreadable();
        }
        return reading;
    }

    /** Runs of one element are put together before anything is looked for: a comment inside a number hides nothing. */
    private void xml(byte[] bytes) throws XMLStreamException {
        var reader = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
        var open = new ArrayDeque<StringBuilder>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("a DOCTYPE in a product");
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> { if (!open.isEmpty()) open.peek().append(reader.getText()); }
                case XMLStreamConstants.COMMENT -> {
                    outside |= grammar != null;
                    runs.add(new Run(reader.getText(), "", false));
                }
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    outside |= grammar != null;
                    runs.add(new Run(reader.getPITarget() + " " + reader.getPIData(), "", false));
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    names(reader);
                    open.push(new StringBuilder());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    var text = open.pop();
                    if (!text.toString().isBlank()) runs.add(new Run(text.toString(), reader.getLocalName(), false));
                    if (allowance != null) outside |= !allowance.leave(text.toString());
                }
                default -> { }
            }
        }
    }

    private void names(XMLStreamReader reader) {
        var name = reader.getName();
        if (root.isEmpty()) root = name.getLocalPart();
        if (allowance != null) outside |= !allowance.enter(name.getLocalPart(), reader.getAttributeValue(null, "kind"));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var attribute = reader.getAttributeName(i);
            runs.add(new Run(reader.getAttributeValue(i), attribute.getLocalPart(), true));
            if (grammar == null) continue;
            boolean known = attribute.getNamespaceURI().equals(XSI) ? grammar.instance(attribute.getLocalPart()) : grammar.attribute(attribute);
            boolean itsOwn = attribute.getNamespaceURI().isEmpty() && !grammar.namespace(name.getNamespaceURI());
            outside |= !known && !(allowance != null && allowance.open()) && !(strangers && (itsOwn || isStranger(attribute)));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            var uri = reader.getNamespaceURI(i);
            if (uri == null || uri.isEmpty() || uri.equals(XSI)) continue;
            runs.add(new Run(uri, "", true));
            if (grammar != null) outside |= !grammar.namespace(uri) && !strangers && !(allowance != null && allowance.verbatim());
        }
        if (grammar != null) outside |= !grammar.element(name) && !(allowance != null && allowance.open()) && !(strangers && isStranger(name));
    }

    /** A signature is none: it tells of bytes that nobody here has. */
    private boolean isStranger(QName name) {
        return !name.getNamespaceURI().isEmpty() && !grammar.namespace(name.getNamespaceURI()) && !name.getNamespaceURI().equals(DSIG);
    }

    /** What stands in an array, or as the value of an object, goes by the name of that, as an element would: a code is a code in both. */
    private void json(byte[] bytes) throws IOException {
        var holds = new ArrayDeque<String>();
        String field = null;
        try (var parser = JSON.createParser(bytes)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                var name = field == null ? String.valueOf(holds.peek()) : field;
                if (token == JsonToken.FIELD_NAME) {
                    runs.add(new Run(parser.getText(), "", true));
                    if (holds.size() == 1 && root.isEmpty() && parser.getText().contains(":")) root = local(parser.getText());
                    field = parser.getText().equals("rdf:value") ? holds.peek() : local(parser.getText());
                    continue;
                }
                if (token.isStructStart()) holds.push(name);
                else if (token.isStructEnd()) holds.pop();
                else if (token.isScalarValue()) runs.add(new Run(parser.getText(), name, false));
                field = null;
            }
        }
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
