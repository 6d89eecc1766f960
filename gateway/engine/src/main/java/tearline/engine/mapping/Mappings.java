package tearline.engine.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.s9api.Xslt30Transformer;
import net.sf.saxon.s9api.XsltExecutable;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** Every mapping on the shelf; its stylesheets are compiled on first use and shared. */
public final class Mappings {

    private final Shelf shelf;
    private final Map<String, Mapping> byStandard = new LinkedHashMap<>();
    private final Map<String, XsltExecutable> compiled = new ConcurrentHashMap<>();
    /** What a crossing keeps and loses, by format and kind. */
    private final Map<String, Optional<XdmNode>> tables = new ConcurrentHashMap<>();

    public Mappings(Shelf shelf) {
        this.shelf = shelf;
        for (var folder : shelf.foldersWith("mappings", "mapping.xml")) {
            var mapping = read(shelf, "mappings/" + folder);
            byStandard.put(mapping.standard(), mapping);
        }
    }

    public Optional<Mapping> find(String standard) {
        return Optional.ofNullable(byStandard.get(standard));
    }

    /** What can be written, by format. */
    public Map<String, Mapping.FromCommon> formats() {
        var formats = new LinkedHashMap<String, Mapping.FromCommon>();
        byStandard.forEach((name, mapping) -> mapping.fromCommon().ifPresent(from -> formats.put(name, from)));
        return formats;
    }

    /** The payload, as a document of the common model. */
    public XdmNode toCommon(String standard, XdmNode document) {
        return compose(find(standard).flatMap(Mapping::toCommon).orElseThrow(() -> new IllegalArgumentException("Nothing maps " + standard + " to the common model")), document);
    }

    /** What a stylesheet of the shelf makes of a document. */
    public XdmNode compose(String stylesheet, XdmNode document) {
        try {
            var transformer = load(stylesheet);
            var result = new XdmDestination();
            transformer.setGlobalContextItem(document);
            transformer.applyTemplates(document, result);
            return result.getXdmNode();
        } catch (SaxonApiException e) {
            throw new MappingFault(stylesheet, e);
        }
    }

    /** A record, rendered: bytes in the format. Parameters are strings that the stylesheet may declare. */
    public byte[] fromCommon(String format, XdmNode record, Map<String, String> parameters) {
        var writer = find(format).flatMap(Mapping::fromCommon).orElseThrow(() -> new IllegalArgumentException("Nothing writes " + format));
        var stylesheet = writer.stylesheet();
        try {
            var transformer = load(stylesheet);
            var values = new LinkedHashMap<QName, XdmValue>();
            if (!writer.wraps().isEmpty()) {
                var inner = Optional.ofNullable(writer.wraps().get(kind(record))).orElseThrow(() -> new IllegalArgumentException(format + " wraps nothing of this kind"));
                values.put(new QName("content"), Saxon.tree(fromCommon(inner, record, parameters)));
            }
            parameters.forEach((name, value) -> values.put(new QName(name), name.equals("mark-status") ? new XdmAtomicValue(Boolean.parseBoolean(value)) : new XdmAtomicValue(value)));
            transformer.setStylesheetParameters(values);
            transformer.setGlobalContextItem(record);
            var out = new java.io.ByteArrayOutputStream();
            transformer.applyTemplates(record, transformer.newSerializer(out));
            return out.toByteArray();
        } catch (SaxonApiException e) {
            throw new MappingFault(stylesheet, e);
        }
    }

    /** The format, and after a blank the one that it wraps where it wraps one. */
    public String grammars(String format, String kind) {
        return find(format).flatMap(Mapping::fromCommon).map(writer -> writer.wraps().get(kind)).map(inner -> format + " " + inner).orElse(format);
    }

    private static String kind(XdmNode record) {
        var root = record.getNodeKind() == XdmNodeKind.DOCUMENT ? Saxon.root(record) : record;
        return Saxon.elements(root).stream().filter(header -> header.getNodeName().getLocalName().equals("header")).flatMap(header -> Saxon.elements(header).stream())
                .filter(kind -> kind.getNodeName().getLocalName().equals("kind")).findFirst().map(XdmNode::getStringValue).orElse("");
    }

    /** What the crossing of a record into a format keeps and loses; nothing where the format is of the record's own kind. */
    public Optional<Fidelity> fidelity(String format, String kind, XdmNode record) {
        return tables.computeIfAbsent(format + " " + kind, any -> table(format, kind)).map(table -> fidelity(table, record));
    }

    private Optional<XdmNode> table(String format, String kind) {
        var through = find(format).flatMap(Mapping::fromCommon).flatMap(Mapping.FromCommon::through).orElse(format);
        return shelf.find("mappings/" + format + "/fidelity-" + kind + ".xml").or(() -> shelf.find("mappings/" + through + "/fidelity-" + kind + ".xml")).map(Saxon::tree);
    }

    private Fidelity fidelity(XdmNode table, XdmNode record) {
        try {
            var transformer = get("mappings/common/fidelity.xsl").load30();
            transformer.setStylesheetParameters(Map.of(new QName("table"), table));
            var result = new XdmDestination();
            transformer.applyTemplates(record, result);
            var report = Saxon.root(result.getXdmNode());
            var notes = new ArrayList<String>();
            for (var line : Saxon.elements(report)) {
                var word = line.getNodeName().getLocalName();
                if (!word.equals("kept")) notes.add(word + " " + attribute(line, "path").orElse("") + attribute(line, "how").or(() -> attribute(line, "why")).map(text -> ": " + text).orElse(""));
            }
            return new Fidelity(number(report, "kept"), number(report, "coerced"), number(report, "dropped"), number(report, "unlisted"), List.copyOf(notes));
        } catch (SaxonApiException e) {
            throw new MappingFault("mappings/common/fidelity.xsl", e);
        }
    }

    private static int number(XdmNode report, String name) {
        return Integer.parseInt(attribute(report, name).orElse("0"));
    }

    public Shelf shelf() {
        return shelf;
    }

    private Xslt30Transformer load(String stylesheet) {
        var transformer = get(stylesheet).load30();
        transformer.setMessageHandler(message -> { }); // else what a stylesheet says, with words of the payload, is printed
        return transformer;
    }

    private XsltExecutable get(String path) {
        return compiled.computeIfAbsent(path, stylesheet -> {
            try {
                return Saxon.compile(shelf, stylesheet);
            } catch (SaxonApiException e) {
                throw new IllegalStateException("The stylesheet " + stylesheet + " does not compile: " + e.getMessage(), e);
            }
        });
    }

    private static Mapping read(Shelf shelf, String folder) {
        var root = Saxon.root(Saxon.tree(shelf.get(folder + "/mapping.xml")));
        Optional<String> toCommon = Optional.empty();
        Optional<Mapping.FromCommon> fromCommon = Optional.empty();
        for (var child : Saxon.elements(root)) {
            var stylesheet = folder + "/" + attribute(child, "stylesheet").orElseThrow();
            if (child.getNodeName().getLocalName().equals("to-common")) toCommon = Optional.of(stylesheet);
            else fromCommon = Optional.of(fromCommon(child, folder, stylesheet));
        }
        return new Mapping(attribute(root, "standard").orElseThrow(), toCommon, fromCommon);
    }

    private static Mapping.FromCommon fromCommon(XdmNode element, String folder, String stylesheet) {
        var forms = new ArrayList<String>();
        var wraps = new LinkedHashMap<String, String>();
        var categories = new LinkedHashMap<String, String>();
        Optional<String> title = Optional.empty(), standard = Optional.empty(), jsonSchema = Optional.empty();
        for (var child : Saxon.elements(element)) {
            switch (child.getNodeName().getLocalName()) {
                case "form" -> forms.add(attribute(child, "name").orElseThrow());
                case "wraps" -> wraps.put(attribute(child, "kind").orElseThrow(), attribute(child, "format").orElseThrow());
                case "title" -> title = attribute(child, "select");
                case "category" -> categories.put(attribute(child, "scheme").orElseThrow(), attribute(child, "select").orElseThrow());
                default -> {
                    standard = attribute(child, "standard");
                    jsonSchema = attribute(child, "json-schema").map(file -> folder + "/" + file);
                }
            }
        }
        if (standard.isEmpty() && jsonSchema.isEmpty()) throw new IllegalStateException(folder + "/mapping.xml names nothing that checks its products");
        return new Mapping.FromCommon(stylesheet, Set.of(attribute(element, "kinds").orElse("").split(" ")), attribute(element, "media-type").orElseThrow(),
                attribute(element, "extension").orElseThrow(), List.copyOf(forms), Map.copyOf(wraps),
                new Mapping.Labels(title, java.util.Collections.unmodifiableMap(categories)), standard, jsonSchema, attribute(element, "through"), attribute(element, "signature"));
    }

    private static Optional<String> attribute(XdmNode element, String name) {
        return Optional.ofNullable(element.getAttributeValue(new QName(name)));
    }
}
