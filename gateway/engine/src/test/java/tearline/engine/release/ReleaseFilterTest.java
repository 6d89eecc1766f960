package tearline.engine.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.exchange.Trial.EVERYTHING;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.exchange.Exchange;
import tearline.engine.exchange.Trial;
import tearline.engine.kit.Shipped;
import tearline.engine.mark.Marker;
import tearline.engine.model.Record;
import tearline.engine.plan.Past;
import tearline.engine.xml.Saxon;

/** A record in which stands what no mapping would write: it is filtered all the same, the filter relies on no mapping. */
class ReleaseFilterTest {

    @TempDir Path folder;
    private Trial trial;
    private String kept;

    @BeforeEach
    void aReceiverThatGetsNoNames() {
        var keeps = new TreeSet<>(EVERYTHING);
        keeps.remove("person.name");
        kept = keeps.stream().filter(category -> !category.equals("header") && !category.equals("marking")).map("<keep category='%s'/>"::formatted).collect(Collectors.joining());
        trial = new Trial(folder).receiver("county", "organisation='slt' country='USA' operatedBy='staff'", "", "<product kind='sar' format='common-1.0'/>", "CTRL FOUO LES LEI INV INTEL PRVCY", "<credentials>28CFR23 CJIS</credentials>" + kept);
    }

    @Test
    void commentsHaveNoWayThrough() throws IOException, SaxonApiException {
        assertThat(released("<behaviour>", "<!-- planted --><behaviour>")).contains("<behaviour>").doesNotContain("planted");
    }

    @Test
    void processingInstructionsHaveNoWayThrough() throws IOException, SaxonApiException {
        assertThat(released("<behaviour>", "<?planted words?><behaviour>")).contains("<behaviour>").doesNotContain("planted");
    }

    @Test
    void noAttributeOfAnotherNamespaceAndNoneThatIsNotListedPasses() throws IOException, SaxonApiException {
        assertThat(released("<observation", "<observation xmlns:x='urn:x' x:planted='words'")).contains("<observation").doesNotContain("planted");
        assertThat(released("<observation", "<observation planted='words'")).contains("<observation").doesNotContain("planted");
    }

    @Test
    void whatIsMissingIsToldAsFarAsThePolicySays() throws IOException, SaxonApiException {
        assertThat(released("<behaviour>", "<behaviour>")).doesNotContain("ithheld").doesNotContain("<redaction>");
        trial.overlay("policies/told.xml", "<policy xmlns='https://tearline.example/configuration/1.0' name='told' title='Told' discloses='categories'>" + kept + "</policy>")
                .change("partners/county.xml", text -> text.replace(kept, "<policy ref='told'/>"));
        assertThat(released("<behaviour>", "<behaviour>")).contains("Withheld: ").contains("person.name").contains("<redaction>");
    }

    /** What the receiver's view lets through of the sample, in which the first of these words stand for the others. */
    private String released(String old, String now) throws IOException, SaxonApiException {
        var message = Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml"));
        trial.send(message);
        var incoming = trial.incoming(message, 0);
        var text = new String(Saxon.serialize(Shipped.HOUSE.mappings().toCommon(incoming.part().standard().orElseThrow().name(), incoming.part().document())), UTF_8);
        assertThat(text).contains(old);
        var record = Record.of(withRemarks(text.replaceFirst(old, now)));
        var exchange = new Exchange(Shipped.HOUSE, trial.configuration());
        var plan = exchange.plan(new Marker(Shipped.HOUSE.model()).mark(incoming, record), Past.unknown(), Trial.NOW);
        return new String(Saxon.serialize(exchange.release(plan.views().get(0)).record().orElseThrow()), UTF_8);
    }

    /** The reader of messages leaves remarks out; whoever builds a record otherwise may not. */
    private static XdmNode withRemarks(String text) throws SaxonApiException {
        return Saxon.processor().newDocumentBuilder().build(new StreamSource(new StringReader(text)));
    }
}
