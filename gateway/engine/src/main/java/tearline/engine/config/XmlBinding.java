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
import javax.xml.stream.XMLInputFactory;
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

    /** @param xml the text that the schema saw, not bytes: their declared encoding could make another text of them */
    <T> T bind(String xml, Class<T> type) {
        try {
            XMLStreamReader reader = new WithoutDoctype(input.createXMLStreamReader(new StringReader(xml)));
            reader.nextTag();
            return mapper.readValue(reader, type);
        } catch (IOException | XMLStreamException unbound) {
            throw new IllegalStateException("the schema accepts what the records cannot hold: " + type.getSimpleName(), unbound);
        }
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
