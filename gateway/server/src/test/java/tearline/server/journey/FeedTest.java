package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Feeds are pulled: each partner sees its own view, page by page, and can tell what is new. */
class FeedTest {

    private static final Pattern LINK = Pattern.compile("<link rel=\"([^\"]+)\" href=\"([^\"]+)\"");
    private static final String SINCE = "https://tearline.example/rel/since";
    @TempDir
    Path folder;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).sender("metro", Alert.SENDER)
                .gets("watch", "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.WHOLE_ALERT, "<feed name=\"watch\"/>")
                .gets("maps", "", "<product kind=\"alert\" format=\"geojson\" scopes=\"Public\"/>", "CTRL", ConfigurationFolder.ALERT, "<feed name=\"maps\"/>")
                .publicFeed("anybody", "public"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void eachPartnerSeesItsOwnView() {
        post("Flood", "The river rises.\n(U//FOUO) The levee seeps.");

        var watch = gateway.as("watch").get("/feeds/watch");
        var anybody = gateway.asAnybody().get("/feeds/public");
        assertThat(watch.status()).isEqualTo(200);
        assertThat(watch.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(watch.body()).contains("The levee seeps.").contains("<rights>");
        assertThat(anybody.body()).contains("The river rises.").doesNotContain("levee").doesNotContain("<rights>");
        assertThat(new String(Base64.getMimeDecoder().decode(texts(gateway.as("maps").get("/feeds/maps"), "content").get(0)), StandardCharsets.UTF_8))
                .contains("FeatureCollection").contains("The river rises.").doesNotContain("levee");
    }

    @Test
    void theCursorBringsOnlyWhatIsNew() {
        post("One", "d");
        post("Two", "d");
        var first = gateway.asAnybody().get("/feeds/public");
        assertThat(headlines(first)).containsExactly("One", "Two");
        post("Three", "d");

        var later = gateway.asAnybody().get(link(first, SINCE));
        assertThat(headlines(later)).containsExactly("Three");
        var nothing = gateway.asAnybody().get(link(later, SINCE));
        assertThat(headlines(nothing)).isEmpty();
        post("Four", "d");
        assertThat(headlines(gateway.asAnybody().get(link(nothing, SINCE)))).containsExactly("Four");
    }

    @Test
    void pagesOfTheAskedSizeBringEverythingOnceAndInOrder() {
        var posted = new ArrayList<String>();
        for (int count = 0; count < 7; count++) {
            posted.add("Page " + count);
            post("Page " + count, "d");
        }
        var read = new ArrayList<String>();
        var page = gateway.asAnybody().get("/feeds/public?limit=3");
        read.addAll(headlines(page));
        assertThat(read).hasSize(3);
        while (!link(page, "next").isEmpty()) {
            page = gateway.asAnybody().get(link(page, "next"));
            assertThat(headlines(page)).hasSizeBetween(1, 3);
            read.addAll(headlines(page));
        }
        assertThat(read).isEqualTo(posted);
        assertThat(headlines(gateway.asAnybody().get(link(page, SINCE)))).isEmpty();
        assertThat(gateway.asAnybody().get("/feeds/public?limit=500").status()).isEqualTo(200);
        for (var wrong : List.of("nonsense", "0", "501", "-1", "", "99999999999")) {
            assertThat(gateway.asAnybody().get("/feeds/public?limit=" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void whoHasThePageAlreadyGetsNoBodyUntilSomethingChanges() {
        post("One", "d");
        var first = gateway.asAnybody().get("/feeds/public");
        var etag = first.header("ETag");
        assertThat(etag).startsWith("\"");

        var again = gateway.asAnybody().with("If-None-Match", etag).get("/feeds/public");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(gateway.asAnybody().with("If-None-Match", "W/" + etag + ", \"other\"").get("/feeds/public").status()).as("weak and in a list (RFC 9110 §13.1.2)").isEqualTo(304);
        post("Two", "d");
        assertThat(gateway.asAnybody().with("If-None-Match", etag).get("/feeds/public").status()).isEqualTo(200);
    }

    @Test
    void aFeedOfSomebodyElseDoesNotExist() {
        post("One", "d");
        assertThat(gateway.as("maps").get("/feeds/watch").status()).isEqualTo(404);
        assertThat(gateway.as("watch").get("/feeds/maps").status()).isEqualTo(404);
        assertThat(gateway.asAnybody().get("/feeds/watch").status()).isEqualTo(404);
        assertThat(gateway.asAnybody().get("/feeds/no-such").status()).isEqualTo(404);
        assertThat(gateway.asAnybody().get("/feeds/watch").body()).as("the same answer, whether it exists or not").isEqualTo(gateway.asAnybody().get("/feeds/no-such").body());
        assertThat(gateway.asAnybody().with("Authorization", "Basic bm86bm8=").get("/feeds/public").status()).isEqualTo(401);
    }

    @Test
    void aCursorThatWeDidNotGiveIsGone() {
        post("One", "d");
        var cursor = link(gateway.asAnybody().get("/feeds/public"), SINCE);
        for (var forged : List.of("A".repeat(59), "0.00000000000000000000", "1.x", "nonsense", "", ".", cursor.substring(cursor.indexOf('=') + 1) + "0", "zzzzzzzzzzzzzzzzzz.aa")) {
            assertThat(gateway.asAnybody().get("/feeds/public?since=" + forged).status()).as(forged).isEqualTo(410);
        }
        assertThat(gateway.as("watch").get("/feeds/watch?since=" + cursor.substring(cursor.indexOf('=') + 1)).status()).as("another partner's cursor").isEqualTo(410);
    }

    @Test
    void anAnswerCarriesOnlyHeadersThatWeWrite() {
        post("One", "d");
        var page = gateway.asAnybody().with("X-Anything", "anything").with("breadcrumbId", "crumb").with("CamelHttpResponseCode", "418").get("/feeds/public");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().headers().map().keySet()).allSatisfy(name -> assertThat(name.toLowerCase(java.util.Locale.ROOT))
                .isIn("content-type", "content-length", "date", "transfer-encoding", "etag", "cache-control", "vary", "x-content-type-options"));
    }

    @Test
    void itIsRememberedWhoPulledWhat() throws Exception {
        post("One", "d");
        gateway.as("watch").get("/feeds/watch");
        try (var database = java.sql.DriverManager.getConnection("jdbc:sqlite:" + gateway.data().resolve("tearline.db"));
                var rows = database.createStatement().executeQuery("SELECT partner, feed FROM dissemination")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("watch");
            assertThat(rows.next()).isFalse();
        }
    }

    private void post(String headline, String description) {
        var answer = gateway.as("metro").post(Alert.numbered("feed-" + headline.replace(' ', '-')).headline(headline).description(description).text());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        gateway.settle();
    }

    static String link(Client.Reply page, String rel) {
        var links = LINK.matcher(page.body());
        while (links.find()) if (links.group(1).equals(rel)) return links.group(2).replace("&amp;", "&");
        return "";
    }

    private static List<String> headlines(Client.Reply page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return texts(page, "headline");
    }

    private static List<String> texts(Client.Reply page, String element) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var found = factory.newDocumentBuilder().parse(new InputSource(new StringReader(page.body()))).getElementsByTagNameNS("*", element);
            return IntStream.range(0, found.getLength()).mapToObj(index -> found.item(index).getTextContent()).toList();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(page.body(), e);
        }
    }
}
