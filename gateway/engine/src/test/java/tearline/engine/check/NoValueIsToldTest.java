package tearline.engine.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.kit.Shipped;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** A value of a document never stands in a finding, a refusal or a fault, wherever the document is broken. */
class NoValueIsToldTest {

    private static final String CANARY = "Canary4711";
    private static final Pattern TEXT = Pattern.compile("(?<=>)[^<>]*[^<>\\s][^<>]*(?=</)");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?<==\")[^\"]*(?=\"[^<]*>)");
    private static final Pattern TAG_END = Pattern.compile("(?<=[a-zA-Z\"])>");

    @TempDir Path folder;

    static Stream<Path> samples() throws IOException {
        var samples = new ArrayList<Path>();
        try (var folders = Files.list(Path.of("../../xsd"))) {
            for (var standard : folders.filter(each -> Files.isDirectory(each.resolve("samples"))).sorted().toList()) {
                try (var files = Files.list(standard.resolve("samples"))) {
                    files.filter(file -> file.toString().endsWith(".accepted.txt")).sorted().limit(2).map(file -> Path.of(file.toString().replace(".accepted.txt", ".xml"))).filter(Files::exists).forEach(samples::add);
                }
            }
        }
        return samples.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aBrokenDocumentIsToldOfWithoutItsValues(Path sample) throws IOException {
        var text = Files.readString(sample);
        int told = 0;
        for (var broken : broken(text)) {
            var findings = findings(broken);
            if (!findings.isEmpty()) told++;
            assertThat(String.join("\n", findings)).doesNotContainIgnoringCase(CANARY);
        }
        assertThat(told).as("documents in which something was found").isGreaterThan(3);
    }

    @Test
    void aRuleThatFailsTellsNoValue() throws IOException {
        Files.createDirectories(folder.resolve("xsd/t"));
        Files.writeString(folder.resolve("xsd/t/rules.sch"), "<sch:schema xmlns:sch='http://purl.oclc.org/dsdl/schematron'><sch:ns prefix='xs' uri='http://www.w3.org/2001/XMLSchema'/>"
                + "<sch:pattern><sch:rule context='a'><sch:assert id='X' role='error' test='xs:date(.) gt xs:date(\"2026-01-01\")'>x</sch:assert></sch:rule></sch:pattern></sch:schema>");
        var rules = new RuleBook(Shelf.shipped(folder), List.of("xsd/t/rules.sch"));
        assertThatThrownBy(() -> rules.check(Saxon.tree(("<a>" + CANARY + "</a>").getBytes(UTF_8)))).hasMessageContaining("FORG0001").hasMessageNotContaining(CANARY).hasNoCause();
    }

    /** The document with the canary in place of each text and of each attribute, and beside the text of some elements. */
    private static List<String> broken(String text) {
        var all = new ArrayList<String>();
        for (var pattern : List.of(TEXT, ATTRIBUTE)) {
            for (var matcher = pattern.matcher(text); matcher.find();) {
                if (text.lastIndexOf("xmlns", matcher.start()) > text.lastIndexOf(' ', matcher.start())) continue; // a namespace is no value
                all.add(text.substring(0, matcher.start()) + CANARY + text.substring(matcher.end()));
            }
        }
        int count = 0;
        for (var matcher = TAG_END.matcher(text); matcher.find();) {
            if (count++ % 4 == 0) all.add(text.substring(0, matcher.end()) + CANARY + text.substring(matcher.end()));
        }
        all.add(text + CANARY);
        all.add(text.replaceFirst("</[a-zA-Z]", CANARY + "&" + CANARY + ";</x"));
        all.add("<!DOCTYPE " + CANARY + ">" + text.replaceFirst("<\\?xml[^>]*>", ""));
        return all;
    }

    private static List<String> findings(String text) {
        try {
            var message = Shipped.HOUSE.inspector(false).read(text.getBytes(UTF_8));
            return Stream.concat(message.findings().stream(), message.parts().stream().flatMap(part -> part.findings().stream())).map(Finding::toString).toList();
        } catch (Refusal refusal) {
            return Stream.concat(Stream.of(refusal.getMessage()), refusal.findings().stream().map(Finding::toString)).toList();
        }
    }
}
