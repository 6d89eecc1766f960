package tearline.server.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.mapping.Mappings;
import tearline.engine.xml.Saxon;

/** Puts the alerts in force into one list, which a stylesheet turns into Atom or RSS. */
final class ActivePage {

    private static final String NAMESPACE = "https://tearline.example/active-feed/1.0";
    private final Mappings mappings;
    private final Function<String, byte[]> products;

    ActivePage(Mappings mappings, Function<String, byte[]> products) {
        this.mappings = mappings;
        this.products = products;
    }

    byte[] write(FeedFormat format, String home, String title, Instant changed, List<ActiveAlert> alerts) {
        try {
            var writer = Saxon.newWriter();
            writer.writeStartDocument();
            writer.writeStartElement("a", "active", NAMESPACE);
            writer.writeNamespace("a", NAMESPACE);
            writer.writeAttribute("title", title);
            writer.writeAttribute("home", home);
            writer.writeAttribute("self", home + format.ending());
            writer.writeAttribute("changed", changed.truncatedTo(ChronoUnit.MILLIS).toString());
            for (var alert : alerts) alert(writer, home, alert);
            writer.writeEndElement();
            writer.writeEndDocument();
            return Saxon.serialize(mappings.compose(format.stylesheet(), writer.getDocumentNode()));
        } catch (XMLStreamException | SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private void alert(XMLStreamWriter writer, String home, ActiveAlert alert) throws XMLStreamException {
        XdmNode product;
        try {
            product = Saxon.root(Saxon.tree(products.apply(alert.entry().digest())));
        } catch (NoSuchElementException purged) {
            return;
        }
        writer.writeStartElement("a", "alert", NAMESPACE);
        writer.writeAttribute("href", home + "/" + alert.key() + ".xml");
        writer.writeAttribute("sent", alert.sent().toString());
        if (!alert.entry().rights().isEmpty()) writer.writeAttribute("rights", alert.entry().rights());
        Saxon.copy(product, writer);
        writer.writeEndElement();
    }
}
