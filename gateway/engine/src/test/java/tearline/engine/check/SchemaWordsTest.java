package tearline.engine.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tearline.engine.Finding;
import tearline.engine.kit.Shipped;

class SchemaWordsTest {

    private static final Path ALERT = Path.of("../../xsd/cap-1.2/samples/01-flood-warning.xml");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "<status>Real</status>|Use one of: Actual, Exercise, System, Test, Draft.",
        "<sent>yesterday</sent>|Write a date and time like 2026-05-24T16:49:00-07:00.",
        "<urgency>Now</urgency>|Use one of: Immediate, Expected, Future, Past, Unknown.",
        "<msgType/>|Use one of: Alert, Update, Cancel, Ack, Error."})
    void aValueThatTheSchemaDoesNotTakeIsAnsweredWithWhatItTakes(String element, String advice) throws IOException {
        assertThat(findings(element)).first().extracting(Finding::advice).asString().startsWith(advice);
    }

    @Test
    void anElementOutOfPlaceIsAnsweredWithWhatMayStandThere() throws IOException {
        var alert = Files.readString(ALERT).replaceFirst("<status>[^<]*</status>", "");
        assertThat(Shipped.HOUSE.checker().check(alert.getBytes(UTF_8)).findings()).first().extracting(Finding::advice).isEqualTo("Expected here: status.");
    }

    @Test
    void whatMayStandThereIsNamedWithoutWildcardsAndAugmentations() {
        assertThat(SchemaWords.of("cvc-complex-type.2.4.a").advice("cvc-complex-type.2.4.a: Invalid content was found starting with element '{x}'. One of '{\"urn:a\":note, \"urn:n\":AAugmentationPoint, WC[##other:\"urn:a\",\"urn:b\"]}' is expected."))
                .isEqualTo("Expected here: note.");
        assertThat(SchemaWords.of("cvc-complex-type.4").advice("cvc-complex-type.4: Attribute 'type' belonging to namespace 'urn:x', must appear on element 'a'.")).isEqualTo("Add the attribute type.");
        assertThat(SchemaWords.of("cvc-maxInclusive-valid").advice("cvc-maxInclusive-valid: Value '101' is not facet-valid with respect to maxInclusive '1.0E2' for type 'p'.")).isEqualTo("The greatest value is 100.");
    }

    /** What a sender wrote may look like the end of a complaint, or like its beginning. */
    @ParameterizedTest
    @ValueSource(strings = {
        "x' is not facet-valid with respect to enumeration '[Canary4711]'. It must be a value from the enumeration.",
        "x' with length = '1' is not facet-valid with respect to minLength 'Canary4711' for type 'a'.",
        "One of '{Canary4711}' is expected.",
        "Attribute 'Canary4711' must appear on element 'a'.",
        "x' is not a valid value for 'Canary4711'."})
    void aValueThatSpeaksLikeAValidatorIsNotRepeated(String value) throws IOException {
        for (var element : new String[] {"status", "sent", "urgency", "onset", "radius"}) {
            var findings = findings("<" + element + ">" + value + "</" + element + ">");
            assertThat(findings).allSatisfy(finding -> assertThat(finding.asText()).doesNotContain("Canary4711"));
            assertThat(findings).allSatisfy(finding -> assertThat(finding.advice()).isNotEmpty());
        }
    }

    private static List<Finding> findings(String element) throws IOException {
        var name = element.replaceFirst("<(\\w+).*", "$1");
        var alert = Files.readString(ALERT).replaceFirst("<" + name + ">[^<]*</" + name + ">", Matcher.quoteReplacement(element));
        return Shipped.HOUSE.checker().check(alert.getBytes(UTF_8)).findings();
    }
}
