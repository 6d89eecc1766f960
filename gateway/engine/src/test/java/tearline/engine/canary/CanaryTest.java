package tearline.engine.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tearline.engine.config.Configuration;
import tearline.engine.exchange.Exchange;
import tearline.engine.kit.Shipped;

/** A word of its own in every position that takes one, and none where its reader may not see that position: not in a product, a decision or a log. */
class CanaryTest {

    /** The largest sample of the shelf names a dissemination level, and only pointers to it leave. */
    private static final Path REPORT = Path.of("../../samples/demo/messages/03-photography-report.xml");
    @TempDir static Path folder;
    private static Configuration configuration;
    private static Exchange exchange;

    @BeforeAll
    static void theDemoAndReceiversOfEveryFormat() throws IOException {
        configuration = DemoPartners.in(folder);
        exchange = new Exchange(Shipped.HOUSE, configuration);
    }

    @ParameterizedTest
    @CsvSource({"cap-1.2, 20", "cap-1.1, 20", "cap-1.0, 20", "edxl-sitrep-1.0, 40", "niem-sar-6.0, 70", "edxl-de-1.0, 10", "edxl-de-2.0, 10"})
    void noReaderFindsAWordOfAPositionThatItMayNotSee(String standard, int atLeast) throws IOException {
        var log = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            var document = standard.startsWith("niem") ? CanaryDocument.ofText(Files.readString(REPORT)) : CanaryDocument.of(standard);
            assertThat(Tokens.in(document)).as("positions of " + standard).hasSizeGreaterThanOrEqualTo(atLeast);
            var lookout = new Lookout(configuration, exchange, token -> token.compareTo(Tokens.of(CanaryDocument.UNPRINTED)) >= 0).send(document);
            assertThat(lookout.left()).as(standard + ": " + lookout.said()).isGreaterThan(3);
            assertThat(lookout.seen()).as("words that their readers may see").isPositive();
        } finally {
            System.setErr(before);
        }
        assertThat(Tokens.in(log.toByteArray())).isEmpty();
    }
}
