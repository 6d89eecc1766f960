package tearline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.Refusal;
import tearline.engine.house.House;
import tearline.engine.xml.Saxon;

/** One valid document that the benchmark reads again and again, in the group in which its time is counted. */
record Subject(Group group, String schema, byte[] bytes) {

    /** Signatures and large outlines are work of their own: counted with the rest they would hide it. */
    enum Group { PLAIN, SIGNED, LARGE_GEOMETRY }

    private static final int LARGE = 1_000;

    /** Every document under the folders that is one message of a known standard and keeps its schema. */
    static List<Subject> under(List<Path> folders, House house) {
        var subjects = new ArrayList<Subject>();
        for (var folder : folders) {
            try (var files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).sorted().forEach(file -> of(file, house).ifPresent(subjects::add));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return subjects;
    }

    private static Optional<Subject> of(Path file, House house) {
        try {
            var bytes = Files.readAllBytes(file);
            var checked = house.checker().check(bytes);
            boolean invalid = checked.findings().stream().anyMatch(finding -> finding.rule().equals("TL-V002"));
            if (invalid || checked.match().standard().isEnvelope()) return Optional.empty();
            return Optional.of(new Subject(group(Saxon.root(checked.document())), checked.match().shape().schemaPath(), bytes));
        } catch (Refusal noDocument) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Group group(XdmNode root) {
        var group = Group.PLAIN;
        for (var elements = root.axisIterator(Axis.DESCENDANT_OR_SELF); elements.hasNext();) {
            var name = elements.next();
            if (name.getNodeName() == null) continue;
            if (name.getNodeName().getLocalName().equals("Signature")) return Group.SIGNED;
            if (name.getNodeName().getLocalName().equals("polygon") && vertices(name.getStringValue()) > LARGE) group = Group.LARGE_GEOMETRY;
        }
        return group;
    }

    private static long vertices(String ring) {
        return Arrays.stream(ring.split("\\s+")).filter(pair -> !pair.isEmpty()).count();
    }
}
