package tearline.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.kit.Mutant;
import tearline.engine.kit.Shipped;
import tearline.engine.mapping.Mapping;
import tearline.engine.mapping.MappingFault;
import tearline.engine.model.Record;
import tearline.engine.xml.Saxon;

/** Whatever is done to a document, it gets a verdict: soon, with a place and advice, and without a word of what it says. */
class MutatedDocumentsTest {

    private static final long SEED = 20260101;
    private static final int EACH = Integer.getInteger("tearline.mutants", 2);
    private static final long MOST_MILLIS = Integer.getInteger("tearline.mutants.millis", 20_000);
    private static final MessageReader LENIENT = Shipped.HOUSE.inspector(true);
    private static final MessageReader STRICT = Shipped.HOUSE.inspector(false);

    @Test
    void everyMutantOfEverySampleGetsItsVerdict() throws IOException {
        var wrong = new TreeMap<String, String>();
        var random = new Random(SEED);
        for (var sample : samples()) {
            var bytes = Files.readAllBytes(sample);
            if (bytes.length > 300_000) continue;
            for (int i = 0; i < EACH; i++) {
                var mutant = Mutant.of(bytes, random);
                long began = System.nanoTime();
                var fault = verdict(mutant.bytes());
                long millis = (System.nanoTime() - began) / 1_000_000;
                if (millis > MOST_MILLIS) fault = "took " + millis + " ms";
                if (!fault.isEmpty()) {
                    wrong.putIfAbsent(mutant.how() + ": " + fault, sample.getFileName().toString());
                    keep(sample, i, mutant);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void keep(Path sample, int number, Mutant mutant) throws IOException {
        var folder = System.getProperty("tearline.mutants.keep");
        if (folder != null) Files.write(Path.of(folder, number + "-" + mutant.how() + "-" + sample.getFileName()), mutant.bytes());
    }

    private static String verdict(byte[] bytes) {
        try {
            var message = LENIENT.read(bytes);
            var said = told(message.findings());
            for (var part : message.parts()) said += told(part.findings());
            for (var part : STRICT.read(bytes).parts()) if (part.accepted()) said += products(part);
            return said;
        } catch (Refusal refusal) {
            return refusal.code() == Code.OUR_FAULT ? "our fault" : told(refusal.findings());
        } catch (RuntimeException | StackOverflowError fault) {
            var at = fault.getStackTrace();
            return fault.getClass().getSimpleName() + " " + String.valueOf(fault.getMessage()).lines().findFirst().orElse("") + (at.length == 0 ? "" : " at " + at[0]);
        }
    }

    private static String told(List<Finding> findings) {
        for (var finding : findings) {
            if ((finding.message() + finding.path() + finding.advice()).contains(Mutant.CANARY)) return finding.rule() + " tells what the document says";
            if (finding.severity() != Severity.ERROR) continue;
            if (finding.line() < 1 && finding.path().isEmpty()) return finding.rule() + " has no place: " + finding.message();
            if (finding.advice().isEmpty()) return finding.rule() + " has no advice: " + finding.message();
        }
        return "";
    }

    /** What is accepted can be made into all that is made of its kind, and each is valid. */
    private static String products(Part part) {
        var mappings = Shipped.HOUSE.mappings();
        var standard = part.standard().orElseThrow();
        var root = Saxon.root(part.document()).getNodeName();
        boolean message = Shipped.HOUSE.standards().matching(new QName(root.getNamespaceURI(), root.getLocalName())).filter(match -> match.isMessage()).isPresent();
        if (!message || mappings.find(standard.name()).flatMap(Mapping::toCommon).isEmpty()) return "";
        var record = mappings.toCommon(standard.name(), part.document());
        var kind = Record.of(record).header().getKind().value();
        for (var format : mappings.formats().entrySet()) {
            if (!format.getValue().kinds().contains(kind) || format.getKey().equals("common-1.0")) continue;
            var forms = format.getValue().forms();
            try {
                var product = mappings.fromCommon(format.getKey(), record, Map.of("form", forms.isEmpty() ? "" : forms.get(0)));
                if (format.getValue().checkStandard().isEmpty()) continue;
                for (var finding : Shipped.HOUSE.checker().check(product).findings()) {
                    if (finding.severity() == Severity.ERROR && !finding.message().contains("too long")) return standard.name() + " to " + format.getKey() + ": " + finding.rule() + " " + finding.path() + " " + finding.message();
                }
            } catch (MappingFault fault) {
                if (!fault.getMessage().matches(".*(no-behaviour|no-such-status)")) throw fault; // the format has no word for such a record, and says so
            }
        }
        return "";
    }

    private static List<Path> samples() throws IOException {
        var samples = new ArrayList<Path>();
        try (var files = Files.walk(Path.of(System.getProperty("tearline.mutants.of", "../../xsd")))) {
            files.filter(file -> file.toString().matches(System.getProperty("tearline.mutants.match", ".*/samples/.*\\.(xml|json)"))).sorted().forEach(samples::add);
        }
        return samples;
    }
}
