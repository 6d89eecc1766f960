package tearline.engine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tearline.engine.Finding;

/** A product of which a profile is asked keeps it, or leaves with a decision that says what is missing. */
class OutboundProfileTest {

    private static final String PRODUCT = "<product kind='alert' format='cap-1.2' scopes='Public' profile='ipaws-1.0'/>";
    @TempDir
    Path folder;

    @Test
    void anAlertThatKeepsItLeavesWithNothingMissing() {
        var made = trial(PRODUCT).send(warning(), sent()).decision("ipaws").products().get(0);
        assertThat(made.lacking()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cap-1.2", "edxl-de-1.0", "edxl-de-2.0"})
    void whatItLacksIsSaidByRuleWhateverItIsWrappedIn(String format) {
        var decision = trial(PRODUCT.replace("cap-1.2", format)).send(warning().replaceAll("(?s)<eventCode>.*?</eventCode>", "").replace("IPAWSv1.0", "local"), sent()).decision("ipaws");
        assertThat(decision.outcome()).as("it leaves all the same").isEqualTo("pending");
        assertThat(decision.products().get(0).lacking()).isNotEmpty().allSatisfy(finding -> assertThat(finding.rule()).startsWith("IPAWS-")).extracting(Finding::message).doesNotContain("");
    }

    @Test
    void whatIsInAnotherStandardLacksAllOfIt() {
        var made = trial("<product kind='alert' format='geojson' scopes='Public' profile='ipaws-1.0'/>").send(warning(), sent()).decision("ipaws").products().get(0);
        assertThat(made.lacking()).extracting(Finding::rule).containsExactly("PROFILE");
    }

    private Trial trial(String product) {
        return new Trial(folder).sender("defaultMark='U' defaultStatus='Actual'", "<identity sender='" + warningSender() + "'/>").receiver("ipaws", "", product, "CTRL FOUO", Trial.EVERYTHING);
    }

    private static String warningSender() {
        return warning().replaceAll("(?s).*<sender>(.*?)</sender>.*", "$1").strip();
    }

    private static Instant sent() {
        return OffsetDateTime.parse(warning().replaceAll("(?s).*<sent>(.*?)</sent>.*", "$1").strip()).toInstant();
    }

    private static String warning() {
        try {
            return Files.readString(Path.of("../../xsd/ipaws-1.0/samples/01-flash-flood-warning.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
