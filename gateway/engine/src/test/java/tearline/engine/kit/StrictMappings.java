package tearline.engine.kit;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** Runs a mapping to the common model as no gateway does: what it does not know fails, so that nobody forgets an element. */
final class StrictMappings {

    private final Shelf shelf = Shipped.HOUSE.shelf();
    private final Map<String, XsltExecutable> compiled = new ConcurrentHashMap<>();

    XdmNode toCommon(String standard, XdmNode document) throws SaxonApiException {
        var stylesheet = Shipped.HOUSE.mappings().find(standard).orElseThrow().toCommon().orElseThrow();
        var transformer = compiled.computeIfAbsent(stylesheet, this::compile).load30();
        var result = new XdmDestination();
        transformer.setGlobalContextItem(document);
        transformer.applyTemplates(document, result);
        return result.getXdmNode();
    }

    private XsltExecutable compile(String path) {
        var compiler = Saxon.processor().newXsltCompiler();
        compiler.setParameter(new QName("strict"), new XdmAtomicValue(true));
        compiler.setResourceResolver(request -> source(Shelf.path(request.uri).orElseThrow()));
        try {
            return compiler.compile(source(path));
        } catch (SaxonApiException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private Source source(String path) {
        return new StreamSource(new ByteArrayInputStream(shelf.get(path)), Shelf.uri(path).toString());
    }
}
