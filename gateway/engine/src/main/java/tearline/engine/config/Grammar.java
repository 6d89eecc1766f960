package tearline.engine.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/** What our own schema knows, in the terms in which a mistake is explained: names, what is required, which values. */
final class Grammar {

    static final String NAMESPACE = "https://tearline.example/configuration/1.0";
    private static final String XS = XMLConstants.W3C_XML_SCHEMA_NS_URI;

    /** What may stand in an element or attribute: its type's name and whether it must be there. */
    record Use(String type, boolean required) { }

    private final Map<String, Element> types = new LinkedHashMap<>();
    private final Map<String, Use> roots;
    private final Schema schema;
    private final Schema values;

    private Grammar(Document document, Schema schema, Schema values) {
        this.schema = schema;
        this.values = values;
        for (Element type : named(document.getDocumentElement(), "complexType", "simpleType")) types.put(type.getAttribute("name"), type);
        roots = uses(document.getDocumentElement(), "element", false);
    }

    static Grammar load() {
        try {
            SchemaFactory schemas = SchemaFactory.newDefaultInstance();
            schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilderFactory documents = DocumentBuilderFactory.newDefaultInstance();
            documents.setNamespaceAware(true);
            Document document;
            try (InputStream in = Grammar.class.getResourceAsStream("configuration.xsd")) {
                document = documents.newDocumentBuilder().parse(in);
            }
            return new Grammar(document, schemas.newSchema(new DOMSource(document)), schemas.newSchema(new DOMSource(valuesOnly(document))));
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new IllegalStateException("the schema of configurations does not load", broken);
        }
    }

    /** The same schema with an element for each simple type, so that one value can be asked about alone. */
    private static Document valuesOnly(Document document) {
        Document copy = (Document) document.cloneNode(true);
        for (Element type : named(copy.getDocumentElement(), "simpleType")) {
            Element element = copy.createElementNS(XS, "xs:element");
            element.setAttribute("name", type.getAttribute("name"));
            element.setAttribute("type", type.getAttribute("name"));
            copy.getDocumentElement().appendChild(element);
        }
        return copy;
    }

    Schema schema() { return schema; }

    /** Whether a simple type of ours allows this value. */
    boolean accepts(String type, String value) {
        boolean[] accepted = {true};
        ValidatorHandler validator = values.newValidatorHandler();
        validator.setErrorHandler(new DefaultHandler() {
            @Override public void error(SAXParseException complaint) { accepted[0] = false; }
        });
        try {
            validator.startDocument();
            validator.startElement(NAMESPACE, type, type, new AttributesImpl());
            validator.characters(value.toCharArray(), 0, value.length());
            validator.endElement(NAMESPACE, type, type);
            validator.endDocument();
        } catch (SAXException fatal) {
            return false;
        }
        return accepted[0];
    }

    Map<String, Use> roots() { return roots; }

    /** The type of an element, found by walking down from the root; nothing below an unknown name. */
    Optional<String> type(Node node) {
        Map<String, Use> here = node.parent == null ? roots : type(node.parent).map(this::children).orElse(Map.of());
        return Optional.ofNullable(here.get(node.name)).filter(use -> node.namespace.equals(NAMESPACE)).map(Use::type);
    }

    Map<String, Use> attributes(String type) { return types.containsKey(type) ? uses(types.get(type), "attribute", true) : Map.of(); }

    /** In the order in which they must stand. */
    Map<String, Use> children(String type) { return types.containsKey(type) ? uses(types.get(type), "element", true) : Map.of(); }

    /** The elements in which one of this name may stand. */
    Set<String> homes(String element) {
        Set<String> homes = new TreeSet<>();
        Stream.concat(roots.entrySet().stream(), types.keySet().stream().flatMap(type -> children(type).entrySet().stream()))
            .filter(entry -> children(entry.getValue().type()).containsKey(element))
            .forEach(entry -> homes.add(entry.getKey()));
        return homes;
    }

    /** Whether the type is a list of values with blanks between. */
    boolean isList(String type) { return lists(types.get(type)) != null; }

    /** The values that a type allows, one by one where it is a list; empty where they are not counted. */
    List<String> values(String type) {
        Element declared = types.get(type);
        if (declared == null) return List.of();
        String item = lists(declared);
        if (item != null) return values(item);
        return elements(declared, "enumeration").map(value -> value.getAttribute("value")).toList();
    }

    /** What a value of the type must be, as the schema's documentation says it. */
    String meaning(String type) {
        Element declared = types.get(type);
        return declared == null ? "" : elements(declared, "documentation").map(Element::getTextContent).findFirst().orElse("");
    }

    private String lists(Element type) {
        if (type == null) return null;
        Optional<Element> list = elements(type, "list").findFirst();
        if (list.isPresent()) return list.get().getAttribute("itemType");
        return elements(type, "restriction").findFirst().map(base -> lists(types.get(base.getAttribute("base")))).orElse(null);
    }

    private static Map<String, Use> uses(Element type, String what, boolean deep) {
        Map<String, Use> uses = new LinkedHashMap<>();
        (deep ? elements(type, what) : named(type, what).stream()).forEach(found -> uses.put(found.getAttribute("name"),
            new Use(found.getAttribute("type"), what.equals("attribute") ? found.getAttribute("use").equals("required") : required(found))));
        return uses;
    }

    private static boolean required(Element element) {
        return !element.getAttribute("minOccurs").equals("0") && !element.getParentNode().getLocalName().equals("choice");
    }

    private static List<Element> named(Element parent, String... names) {
        List<Element> found = new ArrayList<>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && XS.equals(element.getNamespaceURI()) && List.of(names).contains(element.getLocalName())) found.add(element);
        }
        return found;
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList all = parent.getElementsByTagNameNS(XS, name);
        return Stream.iterate(0, i -> i < all.getLength(), i -> i + 1).map(i -> (Element) all.item(i));
    }
}
