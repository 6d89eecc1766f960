package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One view, written as its reader asks: Atom, JSON Feed or a NIEM collection; with tombstones, single records and limits. */
class FeedPagesTest {

    private static final String NIEM = "<product kind=\"alert\" format=\"niem-sar-6.0\" scopes=\"Public Restricted\"/>";
    @TempDir
    static Path folder;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).sender("metro", Alert.SENDER)
                .gets("watch", "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.WHOLE_ALERT, "<feed name=\"watch\"/>")
                .gets("fusion", "", NIEM, "CTRL FOUO", ConfigurationFolder.WHOLE_ALERT, "<feed name=\"everything\"/>"));
        for (int i = 1; i <= 3; i++) post("pages-" + i, "Flood " + i);
        gateway.settle();
        assertThat(gateway.asOperator().post("/operate/purge/pages-2?reason=complaint-17", "").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void romeReadsTheAtom() throws FeedException, IOException {
        var page = gateway.as("watch").get("/feeds/watch");
        Files.writeString(Path.of("target/feed-page.xml"), page.body()); // for the other readers that .ci/run asks
        var feed = new SyndFeedInput().build(new StringReader(page.body()));

        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries()).extracting(SyndEntry::getUri).hasSize(2).doesNotHaveDuplicates().allMatch(id -> id.startsWith("urn:uuid:"));
        assertThat(feed.getEntries()).allSatisfy(entry -> assertThat(entry.getContents().get(0).getValue()).contains("urn:oasis:names:tc:emergency:cap:1.2"));
        assertThat(feed.getEntries()).extracting(SyndEntry::getUpdatedDate).allSatisfy(date -> assertThat(date.toInstant().getEpochSecond() % 60).as("to the minute").isZero());
        assertThat(feed.getLinks()).extracting(link -> link.getRel()).contains("self", "first", "https://tearline.example/rel/since");
    }

    @Test
    void jsonFeedSaysTheSame() {
        var page = gateway.as("watch").with("Accept", "application/feed+json").get("/feeds/watch?limit=1");

        assertThat(page.header("Content-Type")).startsWith("application/feed+json");
        assertThat(page.json().path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(page.json().path("items").get(0).path("content_text").asText()).contains("<headline>Flood 1</headline>");
        var next = gateway.as("watch").with("Accept", "application/feed+json").get(page.json().path("next_url").asText());
        assertThat(next.json().path("items").get(0).path("content_text").asText()).contains("Flood 3");
        assertThat(next.json().has("next_url")).isFalse();
        assertThat(next.json().path("_tearline").path("since").asText()).startsWith("/feeds/watch?since=");
    }

    @Test
    void niemComesAsACollectionThatIsValid() {
        var page = gateway.as("fusion").with("Accept", "application/xml").get("/feeds/everything");

        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("SuspiciousActivityReportCollection").contains("EMMessage").contains("Flood 3").doesNotContain("Flood 2");
        assertThat(RunningGateway.findings(page.body())).isEmpty();
    }

    @Test
    void theSameCollectionComesAsNiemJsonThatIsValid() {
        var first = gateway.as("fusion").with("Accept", "application/json").get("/feeds/everything?limit=1");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.header("Content-Type")).startsWith("application/json");
        assertThat(RunningGateway.findings(first.body())).isEmpty();
        var collection = first.json().path("sarx:SuspiciousActivityReportCollection");
        assertThat(first.json().path("@context").path("sarx").asText()).isEqualTo("https://tearline.example/niem/sar/1.0/");
        assertThat(collection.path("sarx:CompleteIndicator").asBoolean(true)).isFalse();
        assertThat(collection.path("sarx:CollectionEntry")).hasSize(1);
        assertThat(collection.path("sarx:CollectionEntry").get(0).path("em:EMMessage").toString()).contains("Flood 1");

        var next = gateway.as("fusion").with("Accept", "application/json").get(collection.path("sarx:NextPageURI").asText());
        assertThat(RunningGateway.findings(next.body())).isEmpty();
        assertThat(next.body()).contains("Flood 3");
        assertThat(next.json().at("/sarx:SuspiciousActivityReportCollection/sarx:CompleteIndicator").asBoolean()).isTrue();

        post("pages-json", "Flood for JSON");
        gateway.settle();
        var since = "/feeds/everything?since=" + next.json().at("/sarx:SuspiciousActivityReportCollection/sarx:CursorText").asText();
        gateway.asOperator().post("/operate/purge/pages-json?reason=test", "");
        var gone = gateway.as("fusion").with("Accept", "application/json").get(since);
        assertThat(gone.json().at("/sarx:SuspiciousActivityReportCollection/sarx:CollectionEntry/0/sarx:EntryDeletedIndicator").asBoolean()).as(gone.body()).isTrue();
        assertThat(RunningGateway.findings(gone.body())).isEmpty();
        assertThat(gone.header("ETag")).as("of each representation its own").isNotEqualTo(gateway.as("fusion").with("Accept", "application/xml").get(since).header("ETag"));
        var quiet = gateway.as("fusion").with("Accept", "application/json").get("/feeds/everything?since=" + gone.json().at("/sarx:SuspiciousActivityReportCollection/sarx:CursorText").asText());
        assertThat(RunningGateway.findings(quiet.body())).as("nothing new is a collection, too").isEmpty();
    }

    @Test
    void aProfileIsWhatIsAgreedOrThereIsNothing() {
        var reader = gateway.as("fusion").with("Accept", "application/json");
        assertThat(reader.get("/feeds/everything?profile=niem-sar-6.0").status()).isEqualTo(200);
        assertThat(reader.get("/feeds/everything?profile=niem-sar-6.0-json").status()).isEqualTo(200);
        assertThat(reader.get("/feeds/everything?profile=niem-sar-5.2").status()).isEqualTo(406);
        assertThat(reader.with("Accept-Profile", "<https://tearline.example/niem/sar/1.0/>").get("/feeds/everything").status()).isEqualTo(200);
        assertThat(gateway.as("fusion").with("Accept", "application/json;profile=\"niem-sar-5.2\"").get("/feeds/everything").status()).isEqualTo(406);
        assertThat(gateway.as("fusion").with("Accept", "application/xml;profile=niem-sar-6.0-json").get("/feeds/everything").status()).as("that is no XML").isEqualTo(406);
        assertThat(gateway.as("watch").with("Accept", "application/json").get("/feeds/watch").status()).as("not all of it is NIEM").isEqualTo(406);
        assertThat(gateway.as("watch").get("/feeds/watch?profile=cap-1.2").status()).isEqualTo(200);
        assertThat(gateway.as("watch").get("/feeds/watch?profile=cap-1.1").status()).isEqualTo(406);
        assertThat(gateway.as("watch").with("Accept", "application/json, application/atom+xml;q=0.1").get("/feeds/watch").header("Content-Type")).startsWith("application/atom+xml");
        assertThat(reader.get("/feeds/everything").header("Vary")).contains("Accept-Profile");
    }

    @Test
    void whatIsNotOfferedIsNotAcceptable() {
        assertThat(gateway.as("watch").with("Accept", "application/xml").get("/feeds/watch").status()).as("not all of it is NIEM").isEqualTo(406);
        assertThat(gateway.as("watch").with("Accept", "text/csv").get("/feeds/watch").status()).isEqualTo(406);
        assertThat(gateway.as("fusion").with("Accept", "text/html, application/xml;q=0.9, */*;q=0.1").get("/feeds/everything").header("Content-Type")).startsWith("application/xml");
    }

    @Test
    void whoHadTheEntryIsToldThatItIsGoneAndNobodyElse() {
        post("pages-later", "Flood later");
        gateway.settle();
        var cursor = FeedTest.link(gateway.as("watch").get("/feeds/watch"), "https://tearline.example/rel/since");
        gateway.asOperator().post("/operate/purge/pages-later?reason=test", "");

        var atom = gateway.as("watch").get(cursor);
        assertThat(atom.body()).contains("deleted-entry").contains("http://purl.org/atompub/tombstones/1.0").doesNotContain("<entry").doesNotContain("later").doesNotContain("comment");
        var item = gateway.as("watch").with("Accept", "application/feed+json").get(cursor).json().path("items").get(0);
        assertThat(item.fieldNames()).toIterable().containsExactlyInAnyOrder("id", "_deleted", "when");
        assertThat(gateway.as("watch").get("/feeds/watch").body()).as("a fresh reader never had it").doesNotContain("deleted-entry");
        assertThat(RunningGateway.findings(gateway.as("fusion").with("Accept", "application/xml").get("/feeds/everything").body())).isEmpty();
    }

    @Test
    void aRecordIsReadByItsEntryAndOnlyByWhoseFeedHoldsIt() {
        var items = gateway.as("watch").with("Accept", "application/feed+json").get("/feeds/watch").json().path("items");
        var path = items.get(0).path("url").asText();

        var record = gateway.as("watch").get(path);
        assertThat(record.status()).isEqualTo(200);
        assertThat(record.header("Content-Type")).startsWith("application/cap+xml");
        assertThat(record.body()).contains("<headline>Flood 1</headline>");
        assertThat(gateway.as("watch").with("If-None-Match", record.header("ETag")).get(path).status()).isEqualTo(304);
        assertThat(gateway.as("fusion").get(path).status()).isEqualTo(404);
        assertThat(gateway.as("watch").get(path + "/attachments/1").status()).isEqualTo(404);
        assertThat(gateway.as("fusion").get(path).body()).as("hidden or not there: no difference").isEqualTo(gateway.as("fusion").get("/records/no-such").body());
    }

    @Test
    void noHeaderLetsAnybodyKeepACopy() {
        var page = gateway.as("watch").get("/feeds/watch");
        assertThat(page.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(page.header("Vary")).contains("Accept").contains("Authorization");
        assertThat(page.header("Last-Modified")).isEmpty();
        var unchanged = gateway.as("watch").with("If-None-Match", page.header("ETag")).get("/feeds/watch");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(gateway.as("watch").with("Accept", "application/feed+json").with("If-None-Match", page.header("ETag")).get("/feeds/watch").status()).as("another representation").isEqualTo(200);
    }

    @Test
    void aReaderThatTakesGzipGetsIt() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/feeds/watch")).header("Accept-Encoding", "gzip")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("watch:secret-watch".getBytes(StandardCharsets.UTF_8))).build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)).contains("Flood 1").endsWith("</feed>\n");
        }
    }

    @Test
    void anAcknowledgementStandsInTheJournal() {
        var cursor = FeedTest.link(gateway.as("watch").get("/feeds/watch"), "https://tearline.example/rel/since").replaceAll(".*since=", "");
        assertThat(gateway.as("watch").post("/feeds/watch/ack?cursor=" + cursor, "").status()).isEqualTo(200);
        assertThat(gateway.as("watch").post("/feeds/watch/ack?cursor=forged", "").status()).isEqualTo(410);
        assertThat(gateway.as("fusion").post("/feeds/watch/ack?cursor=" + cursor, "").status()).isEqualTo(404);
        assertThat(gateway.store().journalRows().map(row -> row.kind() + " " + row.subject())).contains("acknowledged watch");
    }

    @Test
    void thePurposeIsLoggedAndMustBeACode() {
        assertThat(gateway.as("watch").with("Purpose", "investigation 4711").get("/feeds/watch").status()).isEqualTo(200);
        assertThat(gateway.as("watch").with("Purpose", "<script>").get("/feeds/watch").status()).isEqualTo(400);
        assertThat(gateway.store().disclosures(gateway.store().messagesOf("pages-1").get(0))).anySatisfy(one -> {
            assertThat(one.purpose()).isEqualTo("investigation 4711");
            assertThat(one.partner()).isEqualTo("watch");
            assertThat(one.authority()).isEqualTo("Memorandum of the test.");
        });
    }

    private static void post(String id, String headline) {
        var answer = gateway.as("metro").post(Alert.numbered(id).headline(headline).text());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        gateway.settle();
    }
}
