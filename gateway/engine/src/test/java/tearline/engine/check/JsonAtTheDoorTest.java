package tearline.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.kit.Shipped;
import tearline.engine.message.Message;

/** A report in JSON is judged like one in XML, at its own lines and pointers, within the same limits. */
class JsonAtTheDoorTest {

    private static final String REPORT = read();

    @Test
    void aFindingOfTheXmlSchemaNamesThePointerAndTheLineOfTheJson() {
        var finding = only(REPORT.replace("\"MISREP\"", "\"Misrepresentation\""));
        assertThat(finding.path()).isEqualTo("/sarx:SuspiciousActivityReport/sarx:SuspiciousActivity/j:SuspiciousActivityCode/0");
        assertThat(REPORT.lines().toList().get(finding.line() - 1)).contains("MISREP");
        assertThat(finding.column()).isGreaterThan(1);
    }

    @Test
    void aPropertyThatNobodyKnowsIsFoundWhereItStandsAndNotRepeated() {
        var finding = only(REPORT.replace("\"nc:DocumentTitleText\": \"", "\"nc:DocumentTitleText\": {\"jordan-placeholder\": \"x\", \"rdf:value\": \"").replaceFirst("(north yard\")", "$1}"));
        assertThat(finding.message()).doesNotContain("jordan");
        assertThat(finding.rule()).isEqualTo(Code.NOT_VALID.id());
    }

    @Test
    void theLimitsOfXmlHold() {
        var deep = "{\"@context\": {\"sarx\": \"https://tearline.example/niem/sar/1.0/\"}, \"sarx:SuspiciousActivityReport\": " + "{\"a\":".repeat(300) + "1" + "}".repeat(301);
        assertThatThrownBy(() -> message(deep)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.TOO_DEEP));
        assertThatThrownBy(() -> message("{\"@context\": " + "[".repeat(100_000))).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.TOO_DEEP));
    }

    @Test
    void whatIsNoJsonAndWhatNoXmlCanHoldIsNotWellFormed() {
        for (var text : new String[] {"{", REPORT + "{}", REPORT.replace("\"MISREP\"", "\"\\u0000\""), REPORT.replace("\"MISREP\"", "'MISREP'"), "{\"a\": 1, \"a\": 2}"}) {
            assertThatThrownBy(() -> message(text)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.NOT_WELL_FORMED));
        }
    }

    @Test
    void noContextIsFetchedAndNoneIsGuessed() {
        for (var context : new String[] {"\"https://tearline.example/niem/sar/1.0/\"", "[]", "{}", "{\"sarx\": \"https://tearline.example/niem/sar/2.0/\"}"}) {
            assertThatThrownBy(() -> message("{\"@context\": " + context + ", \"sarx:SuspiciousActivityReport\": {}}"))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.UNKNOWN_STANDARD));
        }
    }

    @Test
    void aSpillIsSeenEvenInAPropertyThatNobodyKnows() {
        for (var text : new String[] {REPORT.replace("\"UNCLASSIFIED//LES\"", "\"SECRET//NOFORN\""), REPORT.replace("\"nc:DocumentTitleText\": \"", "\"nc:Other\": \"SECRET//NOFORN\", \"nc:DocumentTitleText\": \"(S) ")}) {
            assertThatThrownBy(() -> message(text)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.SPILL));
        }
    }

    @Test
    void nullAndNumbersInOddFormsAreFoundAndBreakNothing() {
        assertThat(message(REPORT.replace("\"DETAILED\"", "null")).parts().get(0).accepted()).isFalse();
        assertThat(message(REPORT.replace("\"nc:RangeMaximumIntegerValue\": 55", "\"nc:RangeMaximumIntegerValue\": 1e999999999")).parts().get(0).accepted()).isFalse();
    }

    private static Finding only(String json) {
        var findings = message(json).parts().get(0).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Message message(String json) {
        return Shipped.HOUSE.inspector(false).read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../../xsd/niem-sar-6.0-json/samples/01-detailed-report-with-marked-portions.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
