package tearline.engine.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.BuildingStreamWriter;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.trans.XPathException;

/** The one Saxon of the house, with every door to the outside shut: no file, no network, no environment, no Java from a stylesheet. */
public final class Saxon {

    private static final Saxon INSTANCE = new Saxon();
    private final Processor processor;

    private Saxon() {
        processor = new Processor(false);
        // ALLOWED_PROTOCOLS="" is documented to shut all and shuts none in 12.10; "none" does.
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "none");
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        var configuration = processor.getUnderlyingConfiguration();
        configuration.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoEnvironment());
        configuration.setResourceResolver(request -> { throw new XPathException("refused: a stylesheet may not read " + request.relativeUri); });
        configuration.setUnparsedTextURIResolver((uri, encoding, config) -> { throw new XPathException("refused: a stylesheet may not read text"); });
        // By default it prints what fails to standard error, and with it the value that failed.
        configuration.setErrorReporterFactory(any -> error -> { });
        configuration.setCollectionFinder((context, uri) -> { throw new XPathException("refused: a stylesheet may not read a collection"); });
    }

    public static Processor processor() {
        return INSTANCE.processor;
    }

    /** Receives SAX events and makes a tree that knows lines and columns. */
    public static BuildingContentHandler newTree() {
        try {
            return newBuilder().newBuildingContentHandler();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilder newBuilder() {
        var builder = processor().newDocumentBuilder();
        builder.setLineNumbering(true);
        return builder;
    }

    /** Writes a tree event by event. */
    public static BuildingStreamWriter newWriter() {
        try {
            return newBuilder().newBuildingStreamWriter();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies an element, with all of its subtree but comments and processing instructions, to a writer. */
    public static void copy(XdmNode element, XMLStreamWriter writer) throws XMLStreamException {
        copy(element, writer, Map.of(), "");
    }

    private static void copy(XdmNode element, XMLStreamWriter writer, Map<String, String> outer, String leftOut) throws XMLStreamException {
        var name = element.getNodeName();
        writer.writeStartElement(name.getPrefix(), name.getLocalName(), name.getNamespaceURI());
        var inScope = new HashMap<String, String>();
        for (var namespaces = element.axisIterator(Axis.NAMESPACE); namespaces.hasNext();) {
            var namespace = namespaces.next();
            var prefix = namespace.getNodeName() == null ? "" : namespace.getNodeName().getLocalName();
            if (prefix.equals("xml")) continue;
            inScope.put(prefix, namespace.getStringValue());
            if (!namespace.getStringValue().equals(outer.get(prefix))) writer.writeNamespace(prefix, namespace.getStringValue());
        }
        if (!inScope.containsKey("") && !outer.getOrDefault("", "").isEmpty()) writer.writeNamespace("", "");
        for (var attributes = element.axisIterator(Axis.ATTRIBUTE); attributes.hasNext();) {
            var attribute = attributes.next();
            var qname = attribute.getNodeName();
            writer.writeAttribute(qname.getPrefix(), qname.getNamespaceURI(), qname.getLocalName(), attribute.getStringValue());
        }
        for (var child : element.children()) {
            if (child.getNodeKind() == XdmNodeKind.ELEMENT && !child.getNodeName().getNamespaceURI().equals(leftOut)) copy(child, writer, inScope, leftOut);
            if (child.getNodeKind() == XdmNodeKind.TEXT) writer.writeCharacters(child.getStringValue());
        }
        writer.writeEndElement();
    }

    /** A tree of the bytes, read by the hardened reader and not validated. */
    public static XdmNode tree(byte[] bytes) {
        try {
            var tree = newTree();
            XmlReader.read(bytes, tree);
            return tree.getDocumentNode();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The root element of a document. */
    public static XdmNode root(XdmNode document) {
        var root = document.getUnderlyingNode().iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT).next();
        if (root == null) throw new IllegalStateException("A document without a root element");
        return new XdmNode(root);
    }

    /** The elements among a node's children, in order. */
    public static List<XdmNode> elements(XdmNode parent) {
        var list = new ArrayList<XdmNode>();
        var children = parent.getUnderlyingNode().iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT);
        for (NodeInfo child; (child = children.next()) != null;) list.add(new XdmNode(child));
        return list;
    }

    public static XPathCompiler newXPath() {
        return processor().newXPathCompiler();
    }

    /** Compiles a stylesheet of the shelf; what it includes must stand on the shelf too. */
    public static XsltExecutable compile(Shelf shelf, String path) throws SaxonApiException {
        XsltCompiler compiler = processor().newXsltCompiler();
        compiler.setResourceResolver(onlyFrom(shelf));
        var mistakes = new ArrayList<String>();
        compiler.setErrorReporter(error -> { if (!error.isWarning()) mistakes.add("line " + error.getLocation().getLineNumber() + ": " + error.getMessage()); });
        try {
            return compiler.compile(source(shelf.get(path), path));
        } catch (SaxonApiException e) {
            throw mistakes.isEmpty() ? e : new SaxonApiException(String.join("; ", mistakes), e);
        }
    }

    public static byte[] serialize(XdmNode node) {
        var out = new ByteArrayOutputStream();
        var serializer = processor().newSerializer(out);
        serializer.setOutputProperty(Serializer.Property.METHOD, "xml");
        serializer.setOutputProperty(Serializer.Property.ENCODING, "UTF-8");
        try {
            serializer.serializeNode(node);
            return out.toByteArray();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Elements, attributes and text alone, as bytes, and no signature: it is of other bytes (a processing instruction is signed, too). */
    public static byte[] withoutRemarks(XdmNode document) {
        try {
            var writer = newWriter();
            writer.writeStartDocument();
            copy(document.getNodeKind() == XdmNodeKind.DOCUMENT ? root(document) : document, writer, Map.of(), Signatures.DSIG);
            writer.writeEndDocument();
            return serialize(writer.getDocumentNode());
        } catch (XMLStreamException | SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResourceResolver onlyFrom(Shelf shelf) {
        return request -> {
            var path = Shelf.path(request.uri).orElseThrow(() -> new XPathException("refused: a stylesheet may include only what stands on the shelf"));
            var bytes = shelf.find(path).orElseThrow(() -> new XPathException("not on the shelf: " + path));
            return source(bytes, path);
        };
    }

    private static Source source(byte[] bytes, String path) {
        return new StreamSource(new ByteArrayInputStream(bytes), Shelf.uri(path).toString());
    }

    private static final class NoEnvironment implements EnvironmentVariableResolver {
        @Override public java.util.Set<String> getAvailableEnvironmentVariables() { return java.util.Set.of(); }
        @Override public String getEnvironmentVariable(String name) { return null; }
    }
}
