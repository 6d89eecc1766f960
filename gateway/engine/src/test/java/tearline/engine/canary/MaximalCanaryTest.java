package tearline.engine.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tearline.engine.config.Configuration;
import tearline.engine.exchange.Exchange;
import tearline.engine.kit.Shipped;
import tearline.engine.maximal.Maximal;

/** A word of its own in every place that a schema has: in no product, decision or log for one who may not see that place. */
class MaximalCanaryTest {

    @TempDir static Path folder;
    private static Configuration configuration;
    private static Exchange exchange;

    @BeforeAll
    static void theDemoAndReceiversOfEveryFormat() throws IOException {
        configuration = DemoPartners.in(folder);
        exchange = new Exchange(Shipped.HOUSE, configuration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cap-1.2", "cap-1.1", "cap-1.0", "edxl-sitrep-1.0"})
    void noReaderFindsAWordOfAPlaceThatItMayNotSee(String standard) {
        var log = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(log, true, UTF_8));
        int left = 0, seen = 0, words = 0;
        try {
            for (var document : Maximal.documents(standard)) {
                var lookout = new Lookout(configuration, exchange, word -> document.words().getOrDefault(word, "").endsWith("()"));
                lookout.send(document.text());
                assertThat(lookout.left()).as(document.name() + " " + lookout.said()).isPositive();
                left += lookout.left();
                seen += lookout.seen();
                words += document.words().size();
            }
        } finally {
            System.setErr(before);
        }
        assertThat(Tokens.in(log.toByteArray())).isEmpty();
        System.out.println(standard + ": " + words + " words in " + Maximal.documents(standard).size() + " documents, " + left + " products, in which " + seen + " words were seen by those who may");
        assertThat(left).isGreaterThan(3);
        assertThat(seen).isPositive();
    }
}
