package tearline.engine.check;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import tearline.engine.xml.Shelf;
import tearline.engine.xml.XmlReader;

/** The schemas on the shelf, compiled once and shared; an import can reach only the shelf. */
public final class Schemas {

    private final Shelf shelf;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final ThreadLocal<Map<String, ValidatorHandler>> validators = ThreadLocal.withInitial(HashMap::new);
    private final ThreadLocal<Map<String, XMLReader>> readers = ThreadLocal.withInitial(HashMap::new);

    public Schemas(Shelf shelf) {
        this.shelf = shelf;
    }

    public Schema get(String path) {
        return compiled.computeIfAbsent(path, this::compile);
    }

    private Schema compile(String path) {
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            // Secure processing caps maxOccurs at 5,000; ours stay below.
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setResourceResolver((type, namespace, publicId, systemId, base) -> onShelf(systemId, base));
            return factory.newSchema(new StreamSource(new ByteArrayInputStream(shelf.get(path)), Shelf.uri(path).toString()));
        } catch (SAXException e) {
            throw new IllegalStateException("The schema " + path + " does not compile: " + e.getMessage(), e);
        }
    }

    /** A validator of this thread, made once for each schema: making one costs more than an alert takes to validate. */
    ValidatorHandler validator(String path) {
        return validators.get().computeIfAbsent(path, key -> get(key).newValidatorHandler());
    }

    /** The same with the hardened parser around it: the parser validates as it scans. */
    XMLReader reader(String path) {
        return readers.get().computeIfAbsent(path, key -> XmlReader.validating(get(key)));
    }

    private LSInput onShelf(String systemId, String base) {
        var uri = java.net.URI.create(base == null ? Shelf.uri("").toString() : base).resolve(systemId == null ? "" : systemId).toString();
        var path = Shelf.path(uri).orElseThrow(() -> new IllegalStateException("A schema may import only from the shelf"));
        return new ShelfInput(uri, shelf.get(path));
    }

    private record ShelfInput(String uri, byte[] bytes) implements LSInput {
        @Override public InputStream getByteStream() { return new ByteArrayInputStream(bytes); }
        @Override public String getSystemId() { return uri; }
        @Override public Reader getCharacterStream() { return null; }
        @Override public String getStringData() { return null; }
        @Override public String getPublicId() { return null; }
        @Override public String getBaseURI() { return null; }
        @Override public String getEncoding() { return null; }
        @Override public boolean getCertifiedText() { return false; }
        @Override public void setCharacterStream(Reader reader) { }
        @Override public void setByteStream(InputStream stream) { }
        @Override public void setStringData(String data) { }
        @Override public void setSystemId(String id) { }
        @Override public void setPublicId(String id) { }
        @Override public void setBaseURI(String id) { }
        @Override public void setEncoding(String encoding) { }
        @Override public void setCertifiedText(boolean certified) { }
    }
}
