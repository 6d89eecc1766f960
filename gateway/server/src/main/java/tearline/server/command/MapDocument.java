package tearline.server.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.xml.namespace.QName;
import net.sf.saxon.s9api.XdmNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.house.House;
import tearline.engine.mapping.Mapping;
import tearline.engine.mapping.MappingFault;
import tearline.engine.message.Part;
import tearline.engine.model.Record;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** Takes one document through the common model into a format; nothing is marked, planned or redacted on this way. */
@Command(name = "map", description = "Take one document through the common model, to standard output.")
final class MapDocument implements Callable<Integer> {

    private static final String RECORD = "common-1.0";
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "A document; '-' reads standard input.")
    private String file;

    @Option(names = "--to", required = true, paramLabel = "STANDARD", description = "A format; common-1.0 stops at the common model.")
    private String format;

    @Option(names = "--form", paramLabel = "FORM", description = "A form of the format, such as detailed or summary; its first unless said.")
    private String form;

    @Option(names = "--part", paramLabel = "N", description = "Which document of an envelope, counted from 1.")
    private Integer number;

    @Option(names = "--lenient", description = "Map also what breaks a rule, as long as the schema is kept.")
    private boolean lenient;

    MapDocument(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var house = House.open(Shelf.shipped());
        var writer = house.mappings().formats().get(format);
        if (writer == null) throw GaveUp.usedWrongly("nothing writes " + format + ". Formats: " + String.join(", ", house.mappings().formats().keySet()));
        if (form != null && !writer.forms().contains(form)) {
            throw GaveUp.usedWrongly(format + (writer.forms().isEmpty() ? " has but one form" : " has the forms " + String.join(", ", writer.forms())));
        }
        try {
            var record = record(house, part(house));
            var product = format.equals(RECORD) ? Saxon.serialize(record) : write(house, writer, record);
            terminal.out().writeBytes(product);
            terminal.out().flush();
            return told(wrong(house, writer, product));
        } catch (Refusal refusal) {
            terminal.err().println("tearline: " + file + " " + refusal.code().sentence() + ", " + refusal.code().id());
            told(refusal.findings());
            return Exit.NO;
        } catch (MappingFault fault) { // it says where, never what
            throw GaveUp.weFailed(fault.getMessage());
        }
    }

    private Part part(House house) {
        var parts = house.inspector(lenient).read(terminal.document(file)).parts();
        if (number == null && parts.size() != 1) throw GaveUp.usedWrongly(file + " holds " + parts.size() + " documents: name one with --part");
        if (number != null && (number < 1 || number > parts.size())) throw GaveUp.usedWrongly(file + " holds " + parts.size() + " documents");
        var part = parts.get(number == null ? 0 : number - 1);
        if (!part.accepted()) throw new Refusal(part.refusal().get(), part.findings());
        return part;
    }

    private static XdmNode record(House house, Part part) {
        var standard = part.standard().orElseThrow().name();
        if (standard.equals(RECORD)) return part.document();
        if (house.mappings().find(standard).flatMap(Mapping::toCommon).isEmpty()) throw GaveUp.no("nothing maps " + standard + " to the common model");
        if (house.standards().matching(root(part.document())).filter(match -> !match.isMessage()).isPresent()) throw new Refusal(Code.NOT_A_MESSAGE, part.findings()); // we write it, and nobody sends it
        return house.mappings().toCommon(standard, part.document());
    }

    private static QName root(XdmNode document) {
        var name = Saxon.root(document).getNodeName();
        return new QName(name.getNamespaceURI(), name.getLocalName());
    }

    private byte[] write(House house, Mapping.FromCommon writer, XdmNode record) {
        var kind = Record.of(record).header().getKind().value();
        if (!writer.kinds().contains(kind)) {
            var able = house.mappings().formats().entrySet().stream().filter(one -> one.getValue().kinds().contains(kind)).map(Map.Entry::getKey).toList();
            throw GaveUp.no(format + " is not made from a record of the kind " + kind + ". These are: " + String.join(", ", able));
        }
        var chosen = form != null ? form : writer.forms().isEmpty() ? "" : writer.forms().get(0);
        return house.mappings().fromCommon(format, record, Map.of("form", chosen));
    }

    private static List<Finding> wrong(House house, Mapping.FromCommon writer, byte[] product) {
        if (writer.checkStandard().isEmpty()) return List.of();
        return house.checker().check(product).findings().stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    }

    private int told(List<Finding> findings) {
        findings.forEach(finding -> terminal.err().println(finding.asText()));
        return findings.isEmpty() ? Exit.FINE : Exit.NO;
    }
}
