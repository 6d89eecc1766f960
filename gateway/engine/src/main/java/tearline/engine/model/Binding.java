package tearline.engine.model;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import javax.xml.namespace.QName;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import tearline.common.Envelope;
import tearline.common.Header;
import tearline.common.Marking;
import tearline.engine.xml.Saxon;

/** JAXB between a tree and what Java must read or write of it: header, marking, envelope. */
public final class Binding {

    public static final String NAMESPACE = "https://tearline.example/common/1.0";
    private static final JAXBContext CONTEXT = context();
    /** Making one costs more than what it then reads or writes. */
    private static final ThreadLocal<Unmarshaller> READERS = ThreadLocal.withInitial(Binding::newReader);
    private static final ThreadLocal<Marshaller> WRITERS = ThreadLocal.withInitial(Binding::newWriter);

    private Binding() {}

    public static Header header(XdmNode element) { return read(element, Header.class); }

    public static Marking marking(XdmNode element) { return read(element, Marking.class); }

    public static Envelope envelope(XdmNode element) { return read(element, Envelope.class); }

    public static Envelope copy(Envelope envelope) { return envelope(Saxon.root(write("envelope", envelope, Envelope.class))); }

    /** The object as an element of the common model, in a document of its own. */
    public static <T> XdmNode write(String element, T value, Class<T> type) {
        try {
            var tree = Saxon.newTree();
            WRITERS.get().marshal(new JAXBElement<>(new QName(NAMESPACE, element), type, value), tree);
            return tree.getDocumentNode();
        } catch (JAXBException | SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(XdmNode element, Class<T> type) {
        try {
            var handler = READERS.get().getUnmarshallerHandler();
            Saxon.processor().writeXdmValue(element, new SAXDestination(handler));
            var result = handler.getResult();
            return type.cast(result instanceof JAXBElement<?> wrapped ? wrapped.getValue() : result);
        } catch (JAXBException | SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Unmarshaller newReader() {
        try {
            return CONTEXT.createUnmarshaller();
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Marshaller newWriter() {
        try {
            return CONTEXT.createMarshaller();
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance("tearline.common");
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }
}
