package tearline.engine.config;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Binds a file that the schema has accepted: Jackson over a Woodstox that has no DTD and fetches nothing. */
final class XmlBinding {

    private final XMLInputFactory input = hardened();
    private final XmlMapper mapper = XmlMapper.builder(new XmlFactory(input, new WstxOutputFactory()))
        .addModule(new JavaTimeModule())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .addHandler(new EditorHints())
        .build();

    private static XMLInputFactory hardened() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** @param root what the schema saw */
    <T> T bind(Node root, Class<T> type) {
        try {
            XMLStreamReader reader = new WithoutDoctype(input.createXMLStreamReader(new StringReader(grouped(root))));
            reader.nextTag();
            return mapper.readValue(reader, type);
        } catch (IOException | XMLStreamException unbound) {
            throw new IllegalStateException("the schema accepts what the records cannot hold: " + type.getSimpleName(), unbound);
        }
    }

    /**
     * The file with like children side by side, each kind in its order: of a repeated element that another interrupts,
     * Jackson would keep the last run and lose the rest without a word.
     */
    private static String grouped(Node root) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        write(root, writer);
        writer.close();
        return text.toString();
    }

    private static void write(Node node, XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(node.name);
        if (node.parent == null) writer.writeDefaultNamespace(node.namespace);
        for (Node.Attribute attribute : node.attributes.values()) writer.writeAttribute(attribute.name(), attribute.value());
        if (node.children.isEmpty()) writer.writeCharacters(node.text.toString());
        Map<String, List<Node>> byName = node.children.stream().collect(Collectors.groupingBy(child -> child.name, LinkedHashMap::new, Collectors.toList()));
        for (List<Node> alike : byName.values()) for (Node child : alike) write(child, writer);
        writer.writeEndElement();
    }

    /** Lets pass where an editor finds the schema; any other name without a home is a fault of ours. */
    private static final class EditorHints extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser, JsonDeserializer<?> reader, Object target, String name) throws IOException {
            if (!name.equals("schemaLocation")) return false;
            parser.skipChildren();
            return true;
        }
    }

    /** Woodstox without DTD support skips a DOCTYPE in silence; this one refuses it. */
    private static final class WithoutDoctype extends StreamReaderDelegate {

        WithoutDoctype(XMLStreamReader reader) { super(reader); }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == XMLStreamConstants.DTD) throw new XMLStreamException("a document type declaration is not allowed");
            return event;
        }

        @Override
        public int nextTag() throws XMLStreamException {
            int event = next();
            while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) event = next();
            return event;
        }
    }
}
