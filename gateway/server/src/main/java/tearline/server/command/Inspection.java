package tearline.server.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.house.House;
import tearline.engine.message.Message;
import tearline.engine.message.MessageReader;
import tearline.engine.message.Part;
import tearline.engine.standard.Standard;
import tearline.engine.xml.XmlReader;
import tearline.server.command.CheckReport.FindingReport;
import tearline.server.command.CheckReport.PartReport;

/** Looks at one file after the other; whatever happens over one, it gets its verdict and the next has its turn. */
final class Inspection {

    private final House house;
    private final Terminal terminal;
    private final MessageReader reader;

    Inspection(House house, Terminal terminal, boolean lenient) {
        this.house = house;
        this.terminal = terminal;
        this.reader = house.inspector(lenient);
    }

    CheckReport of(String file) {
        byte[] bytes;
        try {
            bytes = terminal.bytes(file);
        } catch (IOException e) {
            var finding = new Finding("FILE", Severity.ERROR, -1, -1, "", "the file cannot be read", "", "Name a file that is there and that you may read.");
            return new CheckReport(file, CheckReport.REFUSED, null, null, FindingReport.of(List.of(finding)), List.of(), Exit.USED_WRONGLY);
        }
        try {
            if (bytes.length > Terminal.LARGEST) return refused(file, new Refusal(Code.TOO_LARGE), Optional.empty());
            return read(file, reader.read(bytes));
        } catch (Refusal refusal) {
            return refused(file, refusal, standard(bytes));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            terminal.err().println("tearline: " + file + ": " + Fault.of(fault));
            return new CheckReport(file, CheckReport.REFUSED, null, Code.OUR_FAULT.id(), List.of(), List.of(), Exit.WE_FAILED);
        }
    }

    private static CheckReport read(String file, Message message) {
        var findings = new ArrayList<>(message.findings());
        message.parts().forEach(part -> findings.addAll(part.findings()));
        var code = message.parts().stream().flatMap(part -> part.refusal().stream()).findFirst();
        return new CheckReport(file, code.isEmpty() ? CheckReport.ACCEPTED : CheckReport.REFUSED, message.standard(), code.map(Code::id).orElse(null),
                FindingReport.of(findings), message.parts().stream().map(Inspection::part).toList(), code.isEmpty() ? Exit.FINE : Exit.NO);
    }

    private static PartReport part(Part part) {
        return new PartReport(part.index(), part.accepted() ? CheckReport.ACCEPTED : CheckReport.REFUSED, part.standard().map(Standard::name).orElse(null),
                part.shape().isEmpty() ? null : part.shape(), part.refusal().map(Code::id).orElse(null), FindingReport.of(part.findings()));
    }

    /** A bare document is a message of one part, also when it is declined. */
    private static CheckReport refused(String file, Refusal refusal, Optional<Standard> standard) {
        var findings = FindingReport.of(refusal.findings());
        var name = standard.map(Standard::name).orElse(null);
        boolean bare = standard.isPresent() && !standard.get().isEnvelope();
        var parts = bare ? List.of(new PartReport(0, CheckReport.REFUSED, name, null, refusal.code().id(), findings)) : List.<PartReport>of();
        return new CheckReport(file, CheckReport.REFUSED, name, refusal.code().id(), findings, parts, refusal.code() == Code.OUR_FAULT ? Exit.WE_FAILED : Exit.NO);
    }

    /** A refusal does not say what was refused; the root element still does, where it can be read. */
    private Optional<Standard> standard(byte[] bytes) {
        try {
            XMLStreamReader root = XmlReader.stax().createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (root.hasNext() && !root.isStartElement()) root.next();
            return root.isStartElement() ? house.standards().matching(root.getName()).map(match -> match.standard()) : Optional.empty();
        } catch (XMLStreamException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
