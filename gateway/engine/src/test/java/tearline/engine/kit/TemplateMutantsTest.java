package tearline.engine.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tearline.engine.mapping.Mapping;
import tearline.engine.mapping.Mappings;
import tearline.engine.model.Record;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** Empties each template of each mapping in turn, and takes away each that is empty: a sample must come out otherwise, or nobody would see it break. */
class TemplateMutantsTest {

    private static final String XSL = "http://www.w3.org/1999/XSL/Transform";
    private static final Pattern LINK = Pattern.compile("<xsl:(?:import|include) href=\"([^\"]+)\"");
    private static final String ROLL_UP = "edxl-sitrep-1.0/roll-up.xsl";
    private static final String ENTRY = "niem-sar-6.0-json/entry.xsl";
    /** While one mapping is worked on. */
    private static final String ONLY = System.getProperty("tearline.mutants.only", "");

    @TempDir Path overlay;
    private final Map<String, byte[]> baseline = new TreeMap<>();

    @Test
    void everyTemplateIsMissedByASample() throws Exception {
        var survivors = new ArrayList<String>();
        var caught = new TreeMap<String, Integer>();
        var mappings = Shipped.HOUSE.mappings();
        for (var stylesheet : stylesheets()) {
            var users = users(stylesheet);
            if (users.isEmpty()) continue; // what no mapping imports is held by the tests of whoever calls it
            var document = parse(Files.readAllBytes(stylesheet));
            int count = templates(document).size();
            for (int turn = 0; turn < count; turn++) {
                var mutant = parse(Files.readAllBytes(stylesheet));
                var template = templates(mutant).get(turn);
                var name = name(template);
                empty(template);
                var file = overlay.resolve("mappings").resolve(SampleFolders.MAPPINGS.relativize(stylesheet));
                Files.createDirectories(file.getParent());
                Files.write(file, written(mutant));
                var mutated = SampleFolders.MAPPINGS.relativize(stylesheet) + " " + name;
                var witness = witness(stylesheet, users, mappings);
                if (witness.isEmpty()) survivors.add(mutated);
                else caught.merge(stylesheet.getParent().getFileName().toString(), 1, Integer::sum);
                if (Boolean.getBoolean("tearline.mutants.table")) System.out.println("  " + mutated + " -> " + witness.orElse("nobody"));
                Files.delete(file);
            }
        }
        var known = known();
        assertThat(known.stream().filter(one -> one.startsWith(ONLY) && !survivors.contains(one))).as("templates that a sample shows by now: take them out of the list").isEmpty();
        System.out.println("templates emptied and missed by a sample: " + caught + ", missed by none: " + survivors.size());
        survivors.removeAll(known);
        assertThat(survivors).isEmpty();
    }

    private static List<String> known() throws Exception {
        try (var list = TemplateMutantsTest.class.getResourceAsStream("templates-without-a-sample.txt")) {
            return new String(list.readAllBytes(), UTF_8).lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        }
    }

    /** The first sample that comes out otherwise. */
    private Optional<String> witness(Path stylesheet, List<String> users, Mappings shipped) throws Exception {
        var mutated = new Mappings(Shelf.shipped(overlay));
        if (stylesheet.endsWith(ROLL_UP)) return java.util.Arrays.equals(draft(shipped), draft(mutated)) ? Optional.empty() : Optional.of("a draft of three sources");
        if (stylesheet.endsWith(ENTRY)) return java.util.Arrays.equals(entry(shipped), entry(mutated)) ? Optional.empty() : Optional.of("an entry of a collection");
        for (var user : users) {
            for (var sample : inputs(user)) {
                var before = baseline.computeIfAbsent(user + " " + sample, any -> result(shipped, user, sample));
                if (!java.util.Arrays.equals(before, result(mutated, user, sample))) return Optional.of(sample.getFileName().toString());
            }
        }
        return Optional.empty();
    }

    /** A report as a page of a feed has it, as JSON. */
    private static byte[] entry(Mappings mappings) throws Exception {
        try {
            return mappings.compose("mappings/" + ENTRY, Saxon.tree(Files.readAllBytes(Path.of("../../xsd/niem-sar-6.0/samples/01-detailed-report-with-marked-portions.xml")))).getStringValue().getBytes(UTF_8);
        } catch (RuntimeException fault) {
            return fault.getClass().getSimpleName().getBytes(UTF_8);
        }
    }

    /** Composed of an alert, a report and an activity, as a partner's draft is. */
    private static byte[] draft(Mappings mappings) throws Exception {
        var sources = new StringBuilder("<rollUp xmlns='https://tearline.example/common/1.0' id='d-1' sender='gateway@tearline.example' sent='2026-12-01T00:00:00Z' status='Actual'>");
        int number = 0;
        for (var sample : List.of("cap-1.2/samples/01-two-languages-every-element.out.xml", "edxl-sitrep-1.0/samples/02-cs01-situation-information.out.xml", "edxl-sitrep-1.0/samples/32-observation-from-suspicious-activity.common.xml")) {
            sources.append("<source number='").append(++number).append("' banner='U'>").append(Saxon.root(Saxon.tree(Files.readAllBytes(SampleFolders.MAPPINGS.resolve(sample))))).append("</source>");
        }
        try {
            return Saxon.serialize(mappings.compose("mappings/" + ROLL_UP, Saxon.tree(sources.append("</rollUp>").toString().getBytes(UTF_8))));
        } catch (RuntimeException fault) {
            return fault.getClass().getSimpleName().getBytes(UTF_8);
        }
    }

    /** What a mapping makes of a sample; a fault is a result too. */
    private static byte[] result(Mappings mappings, String standard, Path sample) {
        try {
            var tree = Saxon.tree(SampleFolders.bytes(sample));
            if (!sample.toString().endsWith(".common.xml")) {
                var record = mappings.toCommon(standard, tree);
                var common = Saxon.serialize(record);
                var writer = mappings.find(standard).flatMap(Mapping::fromCommon);
                return writer.isEmpty() || sample.toString().endsWith(".in.xml") ? common : mappings.fromCommon(standard, record, Map.of("mark-status", "false", "form", form(writer.get(), Record.of(record))));
            }
            var writer = mappings.find(standard).flatMap(Mapping::fromCommon).orElseThrow();
            var product = mappings.fromCommon(standard, tree, Map.of("mark-status", "true", "form", form(writer, Record.of(tree))));
            var kind = Record.of(tree).header().getKind().value();
            return (new String(product, UTF_8) + mappings.fidelity(standard, kind, tree).map(Object::toString).orElse("")).getBytes(UTF_8);
        } catch (RuntimeException fault) {
            return ("a fault: " + fault.getClass().getSimpleName()).getBytes(UTF_8);
        }
    }

    private static String form(Mapping.FromCommon writer, Record record) {
        return Optional.ofNullable(record.header().getForm()).filter(writer.forms()::contains).or(() -> writer.forms().stream().findFirst()).orElse("");
    }

    /** The samples with an expected result, and the messages that must come out of the common model as they went in. */
    private static List<Path> inputs(String standard) {
        var inputs = new ArrayList<Path>();
        SampleFolders.samplesOf(SampleFolders.MAPPINGS.resolve(standard)).stream().filter(file -> file.toString().matches(".*\\.(in|common)\\.xml")).forEach(inputs::add);
        if (List.of("cap-1.2", "edxl-sitrep-1.0", "niem-sar-6.0", "niem-sar-5.2").contains(standard)) {
            SampleFolders.samplesOf(SampleFolders.STANDARDS.resolve(standard)).stream().filter(file -> file.toString().endsWith(".accepted.txt"))
                    .map(file -> Path.of(file.toString().replace(".accepted.txt", ".xml"))).forEach(inputs::add);
        }
        return inputs;
    }

    private static List<Path> stylesheets() throws Exception {
        try (var files = Files.walk(SampleFolders.MAPPINGS)) {
            return files.filter(file -> file.toString().endsWith(".xsl") && !file.toString().contains("target") && file.toString().contains(ONLY)).sorted().toList();
        }
    }

    /** The standards whose mapping reaches this stylesheet by its imports, its own folder first. */
    private static List<String> users(Path stylesheet) throws Exception {
        var reached = new LinkedHashMap<String, Boolean>();
        var own = stylesheet.getParent().getFileName().toString();
        for (var folder : SampleFolders.holding(SampleFolders.MAPPINGS, "mapping.xml")) {
            boolean reaches = stylesheet.endsWith("common/fidelity.xsl");
            try (var files = Files.list(folder)) {
                for (var file : files.filter(one -> one.toString().endsWith(".xsl")).toList()) reaches |= reach(file, new ArrayList<>()).contains(stylesheet.normalize());
            }
            if (reaches) reached.put(folder.getFileName().toString(), true);
        }
        var users = new ArrayList<>(reached.keySet());
        users.sort((a, b) -> a.equals(own) ? -1 : b.equals(own) ? 1 : a.compareTo(b));
        return users;
    }

    private static List<Path> reach(Path file, List<Path> seen) throws Exception {
        var path = file.normalize();
        if (seen.contains(path)) return seen;
        seen.add(path);
        var links = LINK.matcher(Files.readString(path));
        while (links.find()) reach(path.getParent().resolve(links.group(1)), seen);
        return seen;
    }

    private static List<Element> templates(Document stylesheet) {
        var templates = new ArrayList<Element>();
        var all = stylesheet.getElementsByTagNameNS(XSL, "template");
        // What stands for the unknown is there for documents that no sample holds.
        for (int i = 0; i < all.getLength(); i++) if (!((Element) all.item(i)).getAttribute("use-when").contains("strict")) templates.add((Element) all.item(i));
        return templates;
    }

    private static String name(Element template) {
        return (template.getAttribute("match") + " " + template.getAttribute("name") + " " + template.getAttribute("mode")).strip();
    }

    private static void empty(Element template) {
        if (!template.hasChildNodes()) { // it keeps something from going on
            template.getParentNode().removeChild(template);
            return;
        }
        for (Node child = template.getFirstChild(); child != null;) {
            var next = child.getNextSibling();
            boolean parameter = child instanceof Element element && XSL.equals(element.getNamespaceURI()) && List.of("param", "context-item").contains(element.getLocalName());
            if (!parameter) template.removeChild(child);
            child = next;
        }
        template.removeAttribute("as"); // else the type would speak, not the sample
    }

    private static Document parse(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static byte[] written(Document document) throws Exception {
        var out = new ByteArrayOutputStream();
        TransformerFactory.newInstance("com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl", null).newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }
}
