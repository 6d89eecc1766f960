package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One alert, and what each partner gets of it by its own door. */
class DeliveryTest {

    private static final String MIXED = "The river rises.\n(U//FOUO) The levee at section 7 seeps.\n(CUI//NOCON) The spare is in dispute.";
    private static final String MAP = "<product kind=\"alert\" format=\"geojson\" scopes=\"Public Restricted Private\"/>";
    @TempDir
    static Path folder;
    private static RunningGateway gateway;
    private static PushedPartner state;
    private static PushedPartner platform;

    @BeforeAll
    static void start() throws Exception {
        state = new PushedPartner();
        platform = new PushedPartner();
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).sender("metro", Alert.SENDER)
                .gets("state", "tests=\"yes\" exercises=\"yes\" maxTlp=\"RED\"", ConfigurationFolder.CAP, "CTRL FOUO LES", ConfigurationFolder.WHOLE_ALERT, "<http name=\"push\" uri=\"" + state.uri() + "\"/>")
                .gets("platform", "contractor", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.ALERT, "<http name=\"push\" uri=\"" + platform.uri() + "\"/>")
                .gets("county", "exercises=\"yes\"", MAP, "CTRL FOUO", ConfigurationFolder.ALERT, "<folder name=\"maps\" path=\"out/county\"/>")
                .publicFeed("anybody", "public"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        state.close();
        platform.close();
    }

    @Test
    void eachPartnerGetsItsOwnProductByItsOwnDoor() throws IOException {
        var alert = Alert.numbered("mixed-1").headline("Mixed flood").description(MIXED).text();
        post(alert);

        assertThat(state.await("Mixed flood").body()).as("state may see all of it, so it gets the sender's own bytes").isEqualTo(alert);

        var hosted = platform.await("Mixed flood").body();
        assertThat(hosted).contains("The river rises.").contains("section 7").doesNotContain("dispute");
        assertThat(hosted).as("a redacted product is a new document").doesNotContain("mixed-1");

        var map = map("Mixed flood");
        assertThat(map).contains("\"FeatureCollection\"").contains("section 7").contains("dispute");

        var feed = gateway.asAnybody().get("/feeds/public").body();
        assertThat(feed).contains("Mixed flood").contains("The river rises.").doesNotContain("section 7").doesNotContain("dispute");
    }

    @Test
    void aPartnerGetsOnlyTheHeadersThatWeWrite() {
        var sneaky = gateway.as("metro").with("CamelHttpUri", "http://127.0.0.1:1/").with("CamelHttpMethod", "DELETE").with("org.apache.camel.x", "1").with("breadcrumbId", "crumb")
                .with("JMSXGroupID", "group").with("JMSReplyTo", "accepted").with("Tearline-Marking", "U//NOTHING").with("Idempotency-Key", "mine").with("X-Anything", "anything").with("Cookie", "a=b");
        assertThat(sneaky.post(Alert.numbered("sneaky-1").headline("Sneaky flood").text()).status()).isEqualTo(202);

        var headers = state.await("Sneaky flood").headers();
        assertThat(headers.keySet()).isSubsetOf(Set.of("host", "connection", "content-length", "user-agent", "content-type", "idempotency-key", "tearline-message", "tearline-marking"));
        assertThat(headers.get("idempotency-key")).hasSize(40).isNotEqualTo("mine");
        assertThat(headers.getOrDefault("tearline-marking", "")).doesNotContain("NOTHING");
        assertThat(headers.get("user-agent")).isEqualTo("Tearline");
    }

    @Test
    void whatTheSenderAskedForInHeadersDoesNotComeBackInTheAnswer() {
        var answer = gateway.as("metro").with("CamelHttpResponseCode", "418").with("breadcrumbId", "crumb").with("X-Anything", "anything").post(Alert.numbered("sneaky-2").text());

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.response().headers().map().keySet()).allSatisfy(name -> assertThat(name.toLowerCase(java.util.Locale.ROOT)).isIn("content-type", "content-length", "date", "transfer-encoding", "connection", "x-content-type-options"));
    }

    @Test
    void theMarkingIsToldWithThePush() {
        post(Alert.numbered("marked-1").restricted("U//FOUO").headline("Marked flood").text());

        assertThat(state.await("Marked flood").headers().get("tearline-marking")).contains("FOUO");
        gateway.settle();
        assertThat(gateway.asAnybody().get("/feeds/public").body()).doesNotContain("Marked flood");
    }

    @Test
    void anExerciseGoesOnlyToWhoOptedInAndSaysSoEverywhere() throws IOException {
        post(Alert.numbered("drill-1").status("Exercise").headline("Drill flood").text());

        var pushed = state.await("Drill flood").body();
        assertThat(pushed).contains("<status>Exercise</status>").contains("EXERCISE");
        assertThat(map("Drill flood")).contains("Exercise").contains("EXERCISE");
        gateway.settle();
        assertThat(platform.got("Drill flood")).isFalse();
        assertThat(gateway.asAnybody().get("/feeds/public").body()).doesNotContain("Drill flood");
    }

    @Test
    void aTestGoesOnlyToWhoOptedIn() throws IOException {
        post(Alert.numbered("trial-1").status("Test").headline("Trial flood").text());

        assertThat(state.await("Trial flood").body()).contains("<status>Test</status>").contains("TEST");
        gateway.settle();
        assertThat(platform.got("Trial flood")).isFalse();
        assertThat(files()).noneMatch(text -> text.contains("Trial flood"));
        assertThat(gateway.asAnybody().get("/feeds/public").body()).doesNotContain("Trial flood");
    }

    /** The less real of envelope and payload wins (design §3.10). */
    @Test
    void anActualAlertInATestEnvelopeIsATest() {
        post(Alert.numbered("trial-2").headline("Wrapped flood").inEnvelope("TRIAL-2").replace("<distributionStatus>Actual", "<distributionStatus>Test"));

        assertThat(state.await("Wrapped flood").body()).contains("<status>Test</status>").contains("TEST");
        gateway.settle();
        assertThat(platform.got("Wrapped flood")).isFalse();
        assertThat(gateway.asAnybody().get("/feeds/public").body()).doesNotContain("Wrapped flood");
    }

    @Test
    void whatHadExpiredOnArrivalIsStoredAndNeverPushed() throws IOException {
        var id = post(Alert.numbered("late-1").expires("2026-03-04T07:00:00-08:00").headline("Late flood").text());

        gateway.settle();
        assertThat(gateway.store().find(id)).isPresent();
        assertThat(gateway.store().verdicts(id)).isNotEmpty().allSatisfy(verdict -> assertThat(verdict.outcome().word()).isEqualTo("expired"));
        assertThat(state.got("Late flood")).isFalse();
        assertThat(platform.got("Late flood")).isFalse();
        assertThat(files()).noneMatch(text -> text.contains("Late flood"));
        assertThat(gateway.asAnybody().get("/feeds/public").body()).doesNotContain("Late flood");
        assertThat(gateway.asOperator().get("/messages/" + id + "/explain").body()).contains("expired");
    }

    @Test
    void theSenderGetsNothingOfItsOwnAndADraftGoesToNobody() {
        var id = post(Alert.numbered("draft-1").status("Draft").headline("Draft flood").text());

        gateway.settle();
        assertThat(gateway.store().verdicts(id)).isEmpty();
        assertThat(gateway.asOperator().get("/messages/" + id + "/explain").body()).contains("not-covered").contains("Draft");
    }

    private static String post(String message) {
        var answer = gateway.as("metro").post(message);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        gateway.settle();
        return answer.id();
    }

    private static String map(String words) throws IOException {
        return files().stream().filter(text -> text.contains(words)).findFirst().orElseThrow(() -> new AssertionError("no file with " + words));
    }

    private static List<String> files() throws IOException {
        var out = folder.resolve("out/county");
        if (!Files.isDirectory(out)) return List.of();
        try (var files = Files.list(out)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).map(file -> {
                try {
                    return Files.readString(file);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).toList();
        }
    }
}
