package tearline.server.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tearline.engine.house.House;
import tearline.engine.xml.Shelf;

/** What is taken from a feed, and in what order: alerts, addresses of alerts, and nothing that only looks like one. */
class ItemsTest {

    private static final House HOUSE = House.open(Shelf.shipped());
    private static final URI AT = URI.create("https://agency.example/alerts/feed.xml");
    private final Items items = new Items(HOUSE.mappings());

    @Test
    void anUpdateComesAfterWhatItUpdatesHoweverTheFeedIsOrdered() {
        var found = of("<alerts>" + alert("newer", "2026-03-04T06:20:00-08:00") + alert("older", "2026-03-04T06:10:00-08:00") + "</alerts>");
        assertThat(found.stream().map(item -> new String(item.content(), StandardCharsets.UTF_8).replaceAll("(?s).*<identifier>(.*)</identifier>.*", "$1"))).containsExactly("older", "newer");
    }

    @Test
    void aLinkThatSaysItLeadsToAnAlertIsPreferredToOneThatDoesNot() {
        assertThat(links("<link rel='alternate' href='page.html'/><link type='application/cap+xml' href='one.cap'/>")).containsExactly("https://agency.example/alerts/one.cap");
        assertThat(links("<link href='/two'/>")).containsExactly("https://agency.example/two");
        assertThat(links("<link rel='alternate' type='text/html' href='page.html'/>")).isEmpty();
        assertThat(links("<content type='application/cap+xml' src='three.cap'/>")).containsExactly("https://agency.example/alerts/three.cap");
        assertThat(links("<link href='feed.xml'/>")).as("the feed names itself: there is no alert").isEmpty();
        assertThat(links("<link href=':// no address'/>")).as("refused later, by name of nobody").containsExactly("none:none");
    }

    @Test
    void anItemOfRssIsFoundByItsLinkOrByItsPermanentGuid() {
        assertThat(rss("<link>https://agency.example/a.cap</link>")).containsExactly("https://agency.example/a.cap");
        assertThat(rss("<guid>https://agency.example/b.cap</guid>")).containsExactly("https://agency.example/b.cap");
        assertThat(rss("<guid isPermaLink='false'>https://agency.example/c.cap</guid>")).isEmpty();
        assertThat(rss("<title>nothing</title>")).isEmpty();
    }

    @Test
    void eachDocumentOfADistributionStaysInItsEnvelopeWithThePictures() {
        var found = of("<EDXLDistribution xmlns='urn:oasis:names:tc:emergency:EDXL:DE:1.0'><distributionID>d</distributionID><senderID>a@b</senderID><dateTimeSent>2026-03-04T06:10:00Z</dateTimeSent>"
                + "<distributionStatus>Actual</distributionStatus><distributionType>Report</distributionType><combinedConfidentiality>U//FOUO</combinedConfidentiality>" + object(alert("one", "2026-03-04T06:10:00-08:00"))
                + object(alert("two", "2026-03-04T06:10:00-08:00")) + "<contentObject><nonXMLContent><mimeType>image/png</mimeType><contentData>AAAA</contentData></nonXMLContent></contentObject></EDXLDistribution>");
        assertThat(found).hasSize(2);
        var read = HOUSE.reader(false).read(found.get(0).content());
        assertThat(read.accepted()).hasSize(1).allSatisfy(part -> assertThat(part.facts().id()).contains("one"));
        assertThat(read.envelope().orElseThrow().getConfidentiality()).isEqualTo("U//FOUO");
        assertThat(new String(found.get(1).content(), StandardCharsets.UTF_8)).contains(">two<", "image/png").doesNotContain(">one<");
    }

    @Test
    void theSameAlertIsTheSameItemAndAChangedOneIsNot() {
        var one = of(alert("one", "2026-03-04T06:10:00-08:00")).get(0);
        assertThat(of("<alerts>" + alert("one", "2026-03-04T06:10:00-08:00") + alert("one", "2026-03-04T06:10:00-08:00") + "</alerts>")).hasSize(1).allSatisfy(item -> assertThat(item.name()).isEqualTo(one.name()));
        assertThat(of(alert("two", "2026-03-04T06:10:00-08:00")).get(0).name()).isNotEqualTo(one.name());
        var first = entry("<link href='a'/><updated>2026-03-04T06:10:00Z</updated>").get(0);
        var changed = entry("<link href='a'/><updated>2026-03-04T06:11:00Z</updated>").get(0);
        assertThat(changed.name()).isEqualTo(first.name());
        assertThat(changed.stamp()).isNotEqualTo(first.stamp());
    }

    @Test
    void anAddressIsReadFromWhereItsFeedSaysAndHoweverItIsWritten() {
        assertThat(addresses(of("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://cdn.example/x/'><entry xml:base='y/'><link href='a.cap'/></entry></feed>"))).containsExactly("https://cdn.example/x/y/a.cap");
        assertThat(links("<link href=' Otter Creek é.cap '/>")).containsExactly("https://agency.example/alerts/Otter%20Creek%20%C3%A9.cap");
        assertThat(rss("<link>a.cap</link><guid>urn:oid:2.49.0.1.840</guid>")).containsExactly("https://agency.example/alerts/a.cap");
        assertThat(rss("<guid>urn:oid:2.49.0.1.840</guid>")).as("a name, no address").isEmpty();
        assertThat(rss("<link>page.html</link><enclosure url='a.xml' type='text/xml' length='1'/>")).containsExactly("https://agency.example/alerts/a.xml");
        assertThat(addresses(of("\n\n<?xml version='1.0'?><feed xmlns='http://purl.org/atom/ns#'><entry><link rel='alternate' type='application/common-alerting-protocol+xml' href='old.cap'/><modified>2026-03-04T06:10:00Z</modified></entry></feed>"))).containsExactly("https://agency.example/alerts/old.cap");
    }

    @Test
    void feedsComeInTheEncodingsOfTheirMakers() {
        var feed = "<?xml version='1.0' encoding='%s'?><alerts>" + alert("one", "2026-03-04T06:10:00-08:00").replace("Low town", "Niño") + "</alerts>";
        for (var encoding : List.of("ISO-8859-1", "UTF-16", "UTF-8", "windows-1252")) {
            var found = items(feed.formatted(encoding).getBytes(java.nio.charset.Charset.forName(encoding)));
            assertThat(new String(found.get(0).content(), StandardCharsets.UTF_8)).as(encoding).contains("Niño");
        }
        var marked = ("\uFEFF" + feed.formatted("UTF-8")).getBytes(StandardCharsets.UTF_8);
        assertThat(items(marked)).hasSize(1);
    }

    @Test
    void anAlertThatStandsAsTextInAnEntryIsTaken() {
        var text = "<?xml version='1.0' encoding='iso-8859-1'?>\n" + alert("one", "2026-03-04T06:10:00-08:00").replace("Low town", "Niño");
        for (var inside : List.of("<content type='text/xml'><![CDATA[" + text + "]]></content>", "<content type='html'>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</content>")) {
            var found = entry("<link href='page.html'/>" + inside);
            assertThat(HOUSE.reader(false).read(found.get(0).content()).accepted()).hasSize(1);
        }
        assertThat(links("<link href='a.cap'/><summary>&lt;p&gt;an alert&lt;/p&gt;</summary>")).containsExactly("https://agency.example/alerts/a.cap");
    }

    @Test
    void aPageForPeopleIsNoFeedWithoutAlerts() {
        assertThatThrownBy(() -> items.of("<html xmlns='http://www.w3.org/1999/xhtml'><body>Down for maintenance</body></html>".getBytes(StandardCharsets.UTF_8), AT)).isInstanceOf(IOException.class).hasMessage("it is a web page");
    }

    private List<String> links(String inEntry) {
        return addresses(entry(inEntry));
    }

    private List<Items.Item> entry(String inside) {
        return of("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + inside + "</entry></feed>");
    }

    private List<String> rss(String inItem) {
        return addresses(of("<rss version='2.0'><channel><item>" + inItem + "</item></channel></rss>"));
    }

    private static List<String> addresses(List<Items.Item> found) {
        return found.stream().map(item -> item.link().orElseThrow().toString()).toList();
    }

    private List<Items.Item> of(String feed) {
        return items(feed.getBytes(StandardCharsets.UTF_8));
    }

    private List<Items.Item> items(byte[] feed) {
        try {
            return items.of(feed, AT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String object(String payload) {
        return "<contentObject><xmlContent><embeddedXMLContent>" + payload + "</embeddedXMLContent></xmlContent></contentObject>";
    }

    private static String alert(String identifier, String sent) {
        return "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><identifier>" + identifier + "</identifier><sender>a@b</sender><sent>" + sent + "</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>"
                + "<info><category>Met</category><event>Flood</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty><headline>h</headline><description>d</description><area><areaDesc>Low town</areaDesc></area></info></alert>";
    }
}
