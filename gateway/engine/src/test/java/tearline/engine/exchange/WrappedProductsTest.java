package tearline.engine.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tearline.engine.kit.Shipped;

/** A product in an EDXL distribution is the product that would have left bare, in an envelope of the gateway's own making. */
class WrappedProductsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"edxl-de-1.0", "edxl-de-2.0"})
    void theContentIsWhatTheSameReaderGetsBareAndTheWholeIsReadAgainAsItsReceiverWill(String format) {
        var keeps = Set.of("event", "title", "narrative", "time", "place.area", "source.identity");
        var trial = new Trial(folder).receiver("wrapped", "exercises='yes'", product(format), "CTRL FOUO", keeps)
                .receiver("bare", "exercises='yes'", product("cap-1.2"), "CTRL FOUO", keeps);
        var sent = trial.send(SignedProductsTest.alert().replace("Actual", "Exercise"));
        var product = sent.product("wrapped");
        assertThat(product).doesNotContain("for crews only").contains(">gateway@tearline.example<").contains(">Exercise</distributionStatus>").contains(">EXERCISE: Flood<");
        var read = Shipped.HOUSE.reader(false).read(product.getBytes(UTF_8));
        assertThat(read.standard()).isEqualTo(format);
        assertThat(read.accepted()).hasSize(1).allSatisfy(part -> assertThat(part.standard().orElseThrow().name()).isEqualTo("cap-1.2"));
        var bare = Shipped.HOUSE.reader(false).read(sent.bytes("bare")).accepted().get(0);
        assertThat(read.accepted().get(0).identityKey()).isEqualTo(bare.identityKey());
        assertThat(read.envelope().orElseThrow().getId()).isEqualTo("de-" + bare.facts().id().orElseThrow());
        assertThat(sent.decision("wrapped").banner()).isEqualTo(sent.decision("bare").banner());
    }

    @Test
    void theEnvelopeBearsTheBannerThatRemainsAndNotTheSenders() {
        var trial = new Trial(folder).receiver("wrapped", "", "<product kind='alert' format='edxl-de-1.0' scopes='Restricted'/>", "CTRL FOUO", Set.of("event", "title", "time", "place.area", "narrative", "source.identity"));
        var sent = trial.send(SignedProductsTest.alert().replace("<scope>Public</scope>", "<scope>Restricted</scope><restriction>U//FOUO</restriction>"));
        assertThat(sent.decision("wrapped").banner()).isNotEmpty();
        assertThat(sent.product("wrapped")).contains("<combinedConfidentiality>" + sent.decision("wrapped").banner() + "<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edxl-de-1.0", "edxl-de-2.0"})
    void whatIsWholeIsWrappedUnderItsSendersName(String format) {
        var trial = new Trial(folder).receiver("wrapped", "", product(format), "CTRL FOUO", Trial.EVERYTHING);
        assertThat(trial.send(SignedProductsTest.alert()).product("wrapped")).contains("<sender>alerts@sender.example</sender>").contains("<note>for crews only</note>").contains(">de-S-1<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edxl-de-1.0", "edxl-de-2.0"})
    void aSituationReportIsWrappedLikewise(String format) throws Exception {
        var trial = new Trial(folder).receiver("wrapped", "tests='yes' exercises='yes'", "<product kind='situation' format='" + format + "'/>", "CTRL FOUO", Trial.EVERYTHING);
        var report = java.nio.file.Files.readString(Path.of("../../samples/demo/messages/02-shelter-report.xml"));
        var product = trial.send(report, java.time.Instant.parse("2026-03-05T00:00:00Z")).product("wrapped");
        assertThat(Shipped.HOUSE.reader(false).read(product.getBytes(UTF_8)).accepted()).hasSize(1).allSatisfy(part -> assertThat(part.standard().orElseThrow().name()).isEqualTo("edxl-sitrep-1.0"));
    }

    private static String product(String format) {
        return "<product kind='alert' format='" + format + "' scopes='Public'/>";
    }
}
