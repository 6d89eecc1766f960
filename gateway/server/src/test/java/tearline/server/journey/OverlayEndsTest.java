package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.server.delivery.MovableClock;

/** What an activation or an emergency alone let into a feed leaves it when that ends, by the clock or by hand, running or not. */
class OverlayEndsTest {

    private static final String SECRET = "A charge lies at the gate.";
    private static final String SPECIAL = "Only for the incident: the shelter plan.";
    @TempDir
    Path folder;
    private final MovableClock clock = new MovableClock();
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        var configuration = ConfigurationFolder.in(folder).sender("metro", Alert.SENDER)
                .gets("county", "", "<mode name=\"usual\" purposes=\"planning\"/><mode name=\"activation\" purposes=\"life-safety\" requires=\"incident\"/>"
                        + "<product kind=\"alert\" format=\"cap-1.2\" scopes=\"Public Restricted\" mode=\"activation\" purpose=\"life-safety\" grants=\"CTRL FOUO\"/>", "CTRL FOUO", ConfigurationFolder.WHOLE_ALERT, "<feed name=\"county\"/>")
                .gets("hospital", "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.ALERT, "<feed name=\"hospital\"/>")
                .gets("state", "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.ALERT, "<feed name=\"state\"/>");
        configuration.write("activations/river.xml", "<activation xmlns=\"https://tearline.example/configuration/1.0\" name=\"river\" partners=\"county\" incident=\"2026-17\" mode=\"activation\" purpose=\"life-safety\""
                + " from=\"2026-11-01T11:00:00Z\" until=\"2026-11-01T14:00:00Z\" authorisedBy=\"Director\"><reason>The river rises.</reason></activation>");
        configuration.write("emergencies/dam.xml", "<emergency xmlns=\"https://tearline.example/configuration/1.0\" name=\"dam\" partner=\"hospital\" incident=\"2026-17\" danger=\"life\" adds=\"LES\""
                + " from=\"2026-11-01T11:00:00Z\" until=\"2026-11-01T14:00:00Z\" authorisedBy=\"Duty officer\"><reason>The dam may go.</reason></emergency>");
        gateway = RunningGateway.start(configuration.written(), clock);
        var text = Alert.numbered("em-1").headline("Dam").description("The river rises.\n(U//LES) " + SECRET).text().replaceFirst("<info>", "<incidents>2026-17</incidents><info>");
        assertThat(gateway.as("metro").post(text.replace("Leave low town", SPECIAL + " Leave low town")).status()).isEqualTo(202);
        assertThat(gateway.as("metro").post(Alert.numbered("em-2").headline("Another").description("The river falls.").text()).status()).isEqualTo(202);
        gateway.settle();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void byTheClockWhileTheGatewayRuns() {
        var county = gateway.as("county").get("/feeds/county");
        var hospital = gateway.as("hospital").get("/feeds/hospital");
        var state = gateway.as("state").get("/feeds/state");
        assertThat(county.body()).contains(SPECIAL);
        assertThat(hospital.body()).contains(SECRET);
        assertThat(state.body()).contains(SPECIAL).doesNotContain(SECRET);
        clock.forward(Duration.ofMinutes(119));
        assertThat(gateway.as("county").get("/feeds/county").body()).as("until its last moment").contains(SPECIAL);

        clock.forward(Duration.ofMinutes(1));

        assertThat(isOver(county, hospital)).isTrue();
        var after = gateway.as("state").with("If-None-Match", state.header("ETag")).get("/feeds/state");
        assertThat(after.status()).as("nobody else can tell").isEqualTo(304);
    }

    @Test
    void byTheClockWhileItIsDown() throws Exception {
        var county = gateway.as("county").get("/feeds/county");
        var hospital = gateway.as("hospital").get("/feeds/hospital");
        var state = gateway.as("state").get("/feeds/state").header("ETag");
        gateway.close();
        clock.forward(Duration.ofDays(1));
        gateway = RunningGateway.start(folder, clock);
        assertThat(isOver(county, hospital)).isTrue();
        assertThat(gateway.as("state").with("If-None-Match", state).get("/feeds/state").status()).isEqualTo(304);
    }

    @Test
    void byHand() throws Exception {
        var county = gateway.as("county").get("/feeds/county");
        var hospital = gateway.as("hospital").get("/feeds/hospital");
        gateway.close();
        Files.delete(folder.resolve("activations/river.xml"));
        Files.delete(folder.resolve("emergencies/dam.xml"));
        gateway = RunningGateway.start(folder, clock);
        assertThat(isOver(county, hospital)).isTrue();
        gateway.close();
        gateway = RunningGateway.start(folder, clock);
        assertThat(isOver(county, hospital)).as("and it stays out").isTrue();
        assertThat(gateway.store().verifyJournal().intact()).isTrue();
        assertThat(gateway.store().ledger().balances()).isTrue();
    }

    /** The county had it by the activation alone; the hospital has what it gets in any case. */
    private boolean isOver(Client.Reply county, Client.Reply hospital) {
        var now = read("county", "/feeds/county");
        assertThat(now.body()).doesNotContain(SPECIAL).doesNotContain(SECRET).doesNotContain("<entry>");
        assertThat(now.header("ETag")).isNotEqualTo(county.header("ETag"));
        assertThat(read("county", "/feeds/county?since=" + since(county)).body()).contains("deleted-entry").doesNotContain("<entry>");
        assertThat(read("county", "/records/" + county.body().replaceFirst("(?s).*<entry><id>urn:uuid:([^<]*)<.*", "$1")).status()).isEqualTo(410);
        var rest = read("hospital", "/feeds/hospital");
        assertThat(rest.body()).contains("The river rises.", "The river falls.").doesNotContain(SECRET);
        assertThat(rest.header("ETag")).isNotEqualTo(hospital.header("ETag"));
        assertThat(read("hospital", "/feeds/hospital?since=" + since(hospital)).body()).contains("The river rises.", "deleted-entry").doesNotContain("The river falls.");
        return true;
    }

    /** As a reader would: told to come back, it comes back. */
    private Client.Reply read(String partner, String path) {
        var answer = new AtomicReference<Client.Reply>();
        Wait.until("the feed is made", () -> {
            answer.set(gateway.as(partner).get(path));
            assertThat(answer.get().body()).doesNotContain(SECRET);
            return answer.get().status() != 503;
        });
        return answer.get();
    }

    private static String since(Client.Reply page) {
        return page.body().replaceFirst("(?s).*since=([^\"]*)\".*", "$1");
    }
}
