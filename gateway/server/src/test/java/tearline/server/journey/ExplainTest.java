package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why did, or didn't, a partner get this: all for the operator, no names for the sender, its own for a partner, nothing for a stranger. */
class ExplainTest {

    @TempDir
    static Path folder;
    private static RunningGateway gateway;
    private static PushedPartner state;
    private static String id;

    @BeforeAll
    static void start() throws Exception {
        state = new PushedPartner();
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).sender("metro", Alert.SENDER).sender("river", "watch@river.example")
                .getsByHttp("state", state.uri())
                .gets("watch", "", "<product kind=\"alert\" format=\"cap-1.2\" scopes=\"Public\" minimumSeverity=\"Extreme\"/>", "CTRL FOUO", ConfigurationFolder.ALERT, "<feed name=\"watch\"/>")
                .gets("county", "contractor", ConfigurationFolder.CAP, "CTRL", ConfigurationFolder.ALERT, "<folder name=\"drop\" path=\"out\"/>")
                .publicFeed("anybody", "public"));
        id = gateway.as("metro").post(Alert.numbered("explain-1").headline("Explained").description("The river rises.\n(U//FOUO) The levee seeps.").text()).id();
        gateway.settle();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        state.close();
    }

    @Test
    void theOperatorSeesEveryPartnerByNameWithItsReason() {
        var answer = gateway.asOperator().get("/messages/" + id + "/explain");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("from").asText()).isEqualTo("metro");
        var agreements = answer.json().path("parts").get(0).path("agreements");
        assertThat(agreements.findValuesAsText("partner")).contains("state", "watch", "county", "anybody");
        for (var one : agreements) {
            assertThat(one.path("inWords").asText()).isNotBlank();
            switch (one.path("partner").asText()) {
                case "watch" -> {
                    assertThat(one.path("verdict").asText()).isEqualTo("not-covered");
                    assertThat(one.path("inWords").asText()).contains("milder");
                }
                case "state" -> assertThat(one.path("inWords").asText()).contains("the sender's own bytes");
                case "county" -> {
                    assertThat(one.path("verdict").asText()).isEqualTo("delivered");
                    assertThat(one.path("decision").path("withheld").get(0).path("category").asText()).isEqualTo("narrative");
                    assertThat(one.path("inWords").asText()).contains("withheld: narrative");
                }
                default -> { }
            }
        }
        assertThat(answer.body()).as("never a value").doesNotContain("levee").doesNotContain("river rises");
    }

    @Test
    void theSenderSeesWhatHappenedButNoNames() {
        var answer = gateway.as("metro").get("/messages/" + id + "/explain");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("parts").get(0).path("agreements")).as("the one who was not covered, too").hasSize(4);
        assertThat(answer.body()).contains("one partner got nothing: it is milder than agreed").contains("one partner got").doesNotContain("\"partner\"").doesNotContain("state").doesNotContain("watch").doesNotContain("county").doesNotContain("anybody").doesNotContain("urn:agreement").doesNotContain("drop");
    }

    @Test
    void aPartnerSeesItsOwnOnly() {
        var answer = gateway.as("county").get("/messages/" + id + "/explain");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("parts").get(0).path("agreements")).hasSize(1);
        assertThat(answer.body()).contains("county").doesNotContain("state").doesNotContain("anybody").doesNotContain("metro");
        assertThat(answer.body()).as("its agreement discloses nothing of the redaction").doesNotContain("withheld").doesNotContain("NOT-AGREED").doesNotContain("sourceBanner");
    }

    @Test
    void aStrangerLearnsNotEvenThatItExists() {
        for (var path : new String[] {"/messages/" + id + "/explain", "/messages/" + id}) {
            var foreign = gateway.as("river").get(path);
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.body()).isEqualTo(gateway.as("river").get(path.replace(id, "m-nothing")).body());
            assertThat(gateway.as("watch").get(path).status()).as("a partner that was not covered").isEqualTo(404);
            assertThat(gateway.asAnybody().get(path).status()).isEqualTo(401);
        }
        assertThat(gateway.as("state").get("/messages/" + id).status()).as("the receipt is its sender's").isEqualTo(404);
        assertThat(gateway.asOperator().get("/messages/" + id).status()).isEqualTo(200);
    }
}
