package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A distribution that names an earlier one of its sender takes back all that one carried, from whoever holds it, and nothing of anybody else's. */
class WithdrawalTest {

    private static final Pattern NAME = Pattern.compile("(?s)<identifier>([^<]*)</identifier>\\s*<sender>([^<]*)</sender>\\s*<sent>([^<]*)</sent>");
    @TempDir
    Path folder;
    private RunningGateway gateway;
    private PushedPartner whole;
    private PushedPartner civil;

    @BeforeEach
    void start() throws Exception {
        whole = new PushedPartner();
        civil = new PushedPartner();
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).sender("metro", Alert.SENDER).sender("stranger", "alerts@stranger.example")
                .gets("whole", "maxTlp=\"RED\"", ConfigurationFolder.CAP, "CTRL FOUO LES", ConfigurationFolder.WHOLE_ALERT, "<http name=\"push\" uri=\"" + whole.uri() + "\"/>")
                .gets("civil", "", "<product kind=\"alert\" format=\"cap-1.2\" scopes=\"Public\" minimumSeverity=\"Severe\"/>", "CTRL FOUO", ConfigurationFolder.ALERT, "<http name=\"push\" uri=\"" + civil.uri() + "\"/>")
                .gets("eoc", "", "<product kind=\"alert\" format=\"cap-1.2\" scopes=\"Public\"/>", "CTRL FOUO", ConfigurationFolder.ALERT, "<feed name=\"eoc\" kind=\"active\"/>"));
    }

    @AfterEach
    void stop() {
        gateway.close();
        whole.close();
        civil.close();
    }

    @Test
    void aCancelThatHoldsNothingEndsWhatTheDistributionItNamesCarried() {
        post("metro", distribution("D-1", "Report", "", Alert.numbered("A").description("River rises.").element(), Alert.numbered("B").description("A small flood.").element().replace("Severe<", "Minor<")), 202);
        var severe = civil.await("River rises").body();
        var both = whole.await("River rises").body();
        whole.await("A small flood");
        assertThat(feed()).contains("River rises", "A small flood");

        var withdrawal = distribution("D-2", "Cancel", "<distributionReference>D-1,desk@metro.example,2026-03-04T06:20:00-08:00</distributionReference>");
        var id = post("metro", withdrawal, 202);

        var ended = civil.await("<msgType>Cancel").body();
        assertThat(ended).contains("<references>" + name(severe) + "</references>").doesNotContain("<info>").doesNotContain("D-2");
        assertThat(civil.count("<msgType>Cancel")).as("what it never had is not taken back").isEqualTo(1);
        whole.await("<references>" + name(both) + "</references>");
        assertThat(whole.count("<msgType>Cancel")).isEqualTo(2);
        assertThat(feed()).doesNotContain("River rises").doesNotContain("A small flood");
        assertThat(gateway.store().parts(id)).extracting(part -> part.kind()).containsExactly("alert", "alert");

        assertThat(gateway.as("metro").post(withdrawal).status()).as("the same again").isEqualTo(200);
        assertThat(gateway.as("metro").post(withdrawal.replace("Actual", "Exercise")).status()).as("another one under its name").isEqualTo(409);
        assertThat(gateway.store().ledger().lines()).allMatch(line -> line.balances());
    }

    @Test
    void anUpdateByTheEnvelopeAloneTakesThePlaceOfWhatTheEarlierOneCarried() {
        post("metro", distribution("D-1", "Report", "", Alert.numbered("A").description("River rises.").element()), 202);
        var first = civil.await("River rises").body();
        var whole1 = whole.await("River rises").body();
        post("metro", distribution("D-2", "Update", "<distributionReference>D-1,desk@metro.example,2026-03-04T06:20:00-08:00</distributionReference>", Alert.numbered("B").description("River falls.").element()), 202);
        assertThat(civil.await("River falls").body()).contains("<msgType>Update", "<references>" + name(first) + "</references>");
        assertThat(whole.await("River falls").body()).contains("<msgType>Update", "<references>" + name(whole1) + "</references>");
        assertThat(feed()).contains("River falls").doesNotContain("River rises");

        post("metro", distribution("D-3", "Cancel", "<distributionReference>D-2,desk@metro.example,2026-03-04T06:20:00-08:00</distributionReference>"), 202);
        civil.await("<msgType>Cancel");
        assertThat(feed()).doesNotContain("River falls").doesNotContain("River rises");
    }

    @Test
    void whatADistributionRepeatsWhileItTakesItBackIsNoNews() {
        post("metro", distribution("D-1", "Report", "", Alert.numbered("A").description("River rises.").element()), 202);
        civil.await("River rises");
        post("metro", distribution("D-2", "Cancel", "<distributionReference>D-1,desk@metro.example,2026-03-04T06:20:00-08:00</distributionReference>", Alert.numbered("A").description("River rises.").element()), 202);
        civil.await("<msgType>Cancel");
        assertThat(civil.count("River rises")).isEqualTo(1);
    }

    @Test
    void nobodyTakesBackWhatAnotherBroughtOrWhatNobodyKnows() {
        post("metro", distribution("D-1", "Report", "", Alert.numbered("A").description("River rises.").element()), 202);
        civil.await("River rises");
        var withdrawal = distribution("D-2", "Cancel", "<distributionReference>D-1,desk@metro.example,2026-03-04T06:20:00-08:00</distributionReference>");
        post("stranger", withdrawal, 409);
        post("metro", withdrawal.replace("desk@", "other@"), 409);
        post("metro", withdrawal.replace("D-1,", "D-9,"), 409);
        assertThat(civil.got("<msgType>Cancel")).isFalse();
    }

    private String post(String partner, String message, int status) {
        var answer = gateway.as(partner).post(message);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        gateway.settle();
        return answer.id();
    }

    private String feed() {
        return gateway.as("eoc").get("/feeds/eoc.atom").body();
    }

    private static String distribution(String id, String type, String reference, String... alerts) {
        var objects = new StringBuilder();
        for (var alert : alerts) objects.append("<contentObject><xmlContent><embeddedXMLContent>").append(alert).append("</embeddedXMLContent></xmlContent></contentObject>");
        return """
            <EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><distributionID>%s</distributionID><senderID>desk@metro.example</senderID>
            <dateTimeSent>2026-03-04T06:20:00.250Z</dateTimeSent><distributionStatus>Actual</distributionStatus><distributionType>%s</distributionType>
            <combinedConfidentiality>U//FOUO</combinedConfidentiality>%s%s</EDXLDistribution>
            """.formatted(id, type, reference, objects);
    }

    private static String name(String product) {
        var found = NAME.matcher(product);
        assertThat(found.find()).isTrue();
        return found.group(2) + "," + found.group(1) + "," + found.group(3);
    }
}
