package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes in, from senders or from partners, none of its words stand in what the process prints, or in its metrics. */
class QuietLogTest {

    private static final String CANARY = "canary-lark-5512";
    @TempDir
    Path folder;

    @Test
    void noWordOfAnyMessageIsPrinted() throws Exception {
        var said = folder.resolve("said.txt");
        try (var state = new PushedPartner()) {
            state.says = CANARY + " said the partner";
            var configuration = ConfigurationFolder.in(folder.resolve("configuration")).messageBytes(20_000).sender("metro", Alert.SENDER).getsByHttp("state", state.uri())
                    .gets("county", "", ConfigurationFolder.CAP, "CTRL", ConfigurationFolder.ALERT, "<folder name=\"drop\" path=\"out\"/>").publicFeed("anybody", "public");
            try (var process = GatewayProcess.start(configuration.written(), said).ready(0)) {
                var metro = Client.of(process.port()).as("metro").with("X-Tracking", CANARY).with("breadcrumbId", CANARY);
                var good = Alert.numbered("log-" + CANARY).headline(CANARY).description(CANARY + "\n(U//FOUO) " + CANARY);
                assertThat(metro.post(good.text()).status()).isEqualTo(202);
                state.await(CANARY);
                for (int status : List.of(500, 403, 422)) {
                    state.answer = status;
                    assertThat(metro.post(Alert.numbered("log-" + status + CANARY).headline(CANARY + status).text()).status()).isEqualTo(202);
                    state.await(CANARY + status);
                }
                var envelope = "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><s:submit xmlns:s=\"https://tearline.example/submit/1.0\">" + good.element() + "</s:submit></soap:Body></soap:Envelope>";
                for (var bad : List.of(good.status(CANARY).text(), good.text().replace("</headline>", "</" + CANARY + ">"), "<!DOCTYPE " + CANARY + ">" + good.element(), "<" + CANARY + " xmlns=\"urn:" + CANARY + "\"/>", CANARY,
                        good.from(CANARY + "@else.example").text(), good.headline("other").text(), good.description(CANARY.repeat(2_000)).text(), good.restricted("SECRET//" + CANARY).text(), good.restricted(CANARY).text(),
                        Alert.inEnvelope(CANARY, "<" + CANARY + "/>"), good.expires(CANARY).text())) {
                    metro.post(bad);
                    metro.post("/soap/submit", bad);
                    metro.post("/soap/submit", envelope.replace(good.element(), bad));
                }
                metro.post("/soap/submit", envelope.replace("Body", CANARY));
                metro.post("/soap/submit", envelope.replace("submit", CANARY));
                metro.post("/soap/submit", envelope.substring(0, envelope.length() - 40));
                metro.get("/messages/" + CANARY + "?x=" + CANARY);
                metro.get("/feeds/" + CANARY + "?since=" + CANARY);
                Client.of(process.port()).as(CANARY).get("/feeds/public");
                var metrics = Client.of(process.port()).get("/metrics").body();
                assertThat(metrics).contains("tearline").doesNotContain(CANARY).doesNotContain("lark");
            }
        }
        assertThat(Files.readString(said)).contains("refused").doesNotContain(CANARY).doesNotContain("lark-5512").doesNotContain("secret-metro").doesNotContain("Exception: ");
    }
}
