package tearline.engine.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.exchange.Exchange;
import tearline.engine.exchange.Trial;
import tearline.engine.plan.Past;
import tearline.engine.kit.Shipped;
import tearline.engine.xml.Saxon;

/** What a release costs, beside the cheapest thing that a stylesheet can do with the same record: copy it. */
class ReleaseCostTest {

    private static final String IDENTITY = """
        <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="@* | node()"><xsl:copy><xsl:apply-templates select="@* | node()"/></xsl:copy></xsl:template></xsl:stylesheet>""";
    private static final ThreadMXBean WORK = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 60, RUNS = 50;

    @TempDir Path folder;

    /** The best of many short rounds, in turns, by the time that this thread itself worked: whatever else runs on the machine disturbs neither. */
    @Test
    void itIsInTheOrderOfAnIdentityStylesheetThatDecidesNothing() throws IOException, SaxonApiException {
        measure(Path.of("../../samples/demo/messages/03-photography-report.xml"), 12); // 2 to 4, with persons whose names are looked for
        measure(Path.of("../../samples/demo/messages/01-flood-alert.xml"), 8);         // 1 to 2
    }

    private void measure(Path file, int copies) throws IOException, SaxonApiException {
        var trial = new Trial(folder).sender("defaultMark='U//FOUO' defaultStatus='Actual' bannerPolicy='boilerplate'", """
                <category name="header" label="U//FOUO"/><category name="behaviour" label="U//FOUO"/><category name="time" label="U//FOUO"/>
                <category name="place.general" label="U//FOUO"/><category name="item.description" label="U//FOUO"/><category name="target" label="U//FOUO"/>""")
                .receiver("civil", "maxTlp='GREEN'", "<product kind='sar' format='common-1.0'/><product kind='alert' format='common-1.0' scopes='Public Restricted Private'/>", "CTRL FOUO", EVERYTHING);
        trial.send(Files.readString(file));
        var exchange = new Exchange(Shipped.HOUSE, trial.configuration());
        var marked = exchange.mark(trial.incoming(Files.readString(file), 0));
        var group = exchange.plan(marked, Past.unknown(), Trial.NOW).views().get(0);
        assertThat(exchange.release(group).record()).isPresent();
        var identity = Saxon.processor().newXsltCompiler().compile(new StreamSource(new ByteArrayInputStream(IDENTITY.getBytes(UTF_8))));
        long release = Long.MAX_VALUE, copy = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = WORK.getCurrentThreadCpuTime();
            for (int run = 0; run < RUNS; run++) exchange.release(group);
            long half = WORK.getCurrentThreadCpuTime();
            for (int run = 0; run < RUNS; run++) copied(identity, marked.record().document());
            release = Math.min(release, half - start);
            copy = Math.min(copy, WORK.getCurrentThreadCpuTime() - half);
        }
        System.out.printf("%s: release %.1f us, identity stylesheet %.1f us, ratio %.2f%n", file.getFileName(), release / 1000.0 / RUNS, copy / 1000.0 / RUNS, (double) release / copy);
        assertThat(release).as("no more than some copies").isLessThan(copies * copy);
    }

    private static XdmNode copied(net.sf.saxon.s9api.XsltExecutable identity, XdmNode document) throws SaxonApiException {
        var transformer = identity.load30();
        var tree = new XdmDestination();
        transformer.applyTemplates(document, tree);
        return tree.getXdmNode();
    }
}
