package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tearline.engine.lifecycle.Lifecycle;
import tearline.engine.lifecycle.Named;
import tearline.engine.lifecycle.Told;
import tearline.engine.lifecycle.Type;
import tearline.engine.standard.Instants;

/** Updates, cancellations and errors reach whoever holds what they speak of, as that partner knows it, and nobody else. */
class LifecycleTest {

    private static final String SECRET = "River rises.\n(U//LES) The patrol waits at the mill.";
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
                .gets("civil", "", "<product kind=\"alert\" format=\"cap-1.2\" scopes=\"Public\" minimumSeverity=\"Severe\"/>", "CTRL", ConfigurationFolder.ALERT, "<http name=\"push\" uri=\"" + civil.uri() + "\"/>")
                .gets("map", "", "<product kind=\"alert\" format=\"geojson\" scopes=\"Public\"/>", "CTRL", ConfigurationFolder.ALERT, "<feed name=\"map\"/>"));
    }

    @AfterEach
    void stop() {
        gateway.close();
        whole.close();
        civil.close();
    }

    @Test
    void anUpdateNamesTheCopyThatEachPartnerHolds() {
        post(alert("A", SECRET));
        var copy = civil.await("River rises").body();
        post(update("B", "A", SECRET.replace("rises", "falls")));

        assertThat(whole.await("River falls").body()).isEqualTo(update("B", "A", SECRET.replace("rises", "falls")));
        assertThat(civil.await("River falls").body()).contains("<msgType>Update</msgType>").contains("<references>" + name(copy) + "</references>").doesNotContain(">A<").doesNotContain("patrol");
    }

    @Test
    void filtersArePassedOverForWhoHoldsTheOriginalAndForNobodyElse() {
        post(alert("A", "River rises."));
        civil.await("River rises");
        post(update("B", "A", "River is back.").replace("<severity>Severe", "<severity>Minor"));
        assertThat(civil.await("River is back").body()).contains("<msgType>Update</msgType>");

        post(alert("C", "A small flood.").replace("<severity>Severe", "<severity>Minor"));
        post(update("D", "C", "A smaller flood.").replace("<severity>Severe", "<severity>Minor"));
        whole.await("A smaller flood");
        assertThat(civil.got("small")).isFalse();
    }

    @Test
    void anUpdateOfWhatAPartnerNeverGotIsAnAlertToIt() {
        post(alert("A", "A small flood.").replace("<severity>Severe", "<severity>Minor"));
        post(update("B", "A", "The flood is severe."));
        assertThat(civil.await("The flood is severe").body()).contains("<msgType>Alert</msgType>").doesNotContain("references");
        assertThat(whole.await("The flood is severe").body()).contains("<msgType>Update</msgType>");
    }

    @Test
    void aCancellationReachesItsHoldersAndTakesBackNothingFromOthers() {
        post(alert("A", "A small flood.").replace("<severity>Severe", "<severity>Minor"));
        var id = post(cancel("B", "A"));

        assertThat(whole.await("Cancel").body()).isEqualTo(cancel("B", "A"));
        assertThat(civil.got("Cancel")).isFalse();
        assertThat(gateway.asOperator().get("/messages/" + id + "/explain").body()).contains("it takes back nothing that they were given");
    }

    @Test
    void whoMayNotSeeTheUpdateAnyMoreLearnsOnlyThatTheOldOneNoLongerStands() {
        post(alert("A", "River rises."));
        var copy = civil.await("River rises").body();
        post(alert("B", "x").replace("<scope>Public</scope>", "<scope>Restricted</scope><restriction>LES</restriction>").replace("<msgType>Alert", "<msgType>Update")
                .replace("  <info>", reference("A") + "  <info>").replace("River flood at Low town", "Patrol at the mill"));

        var taken = civil.await("Cancel").body();
        assertThat(taken).contains("<msgType>Cancel</msgType>").contains("<references>" + name(copy) + "</references>").doesNotContain("info").doesNotContain("Patrol").doesNotContain("mill").doesNotContain(">B<");
        assertThat(text("whole", "Patrol")).contains("<msgType>Update</msgType>");

        post(update("C", "B", "River is back."));
        assertThat(civil.await("River is back").body()).as("it holds nothing any more").contains("<msgType>Alert</msgType>").doesNotContain("references");
    }

    @Test
    void whatChangesNothingForAPartnerIsNoNewsToIt() {
        post(alert("A", SECRET));
        var copy = civil.await("River rises").body();
        var map = gateway.as("map").get("/feeds/map");
        var id = post(update("B", "A", SECRET.replace("waits", "hides")));

        assertThat(text("whole", "hides")).contains("<msgType>Update</msgType>");
        assertThat(verdict(id, "civil")).contains("withheld").contains("UNCHANGED");
        assertThat(gateway.as("map").get("/feeds/map").header("ETag")).isEqualTo(map.header("ETag"));
        assertThat(gateway.as("map").get("/feeds/map").body()).isEqualTo(map.body());
        assertThat(gateway.as("civil").get("/messages/" + id + "/explain").status()).as("not even that there was something").isEqualTo(404);

        post(update("C", "B", "River falls."));
        assertThat(civil.await("River falls").body()).as("the one it has, two steps back").contains("<references>" + name(copy) + "</references>");
        assertThat(civil.arrived).hasSize(2);
    }

    @Test
    void whatArrivesAfterItsOwnUpdateOrCancellationGoesToNobody() {
        post(update("B", "A", "River falls."));
        assertThat(civil.await("River falls").body()).contains("<msgType>Alert</msgType>");
        var late = post(alert("A", "River rises."));
        assertThat(verdict(late, "civil")).contains("superseded").contains("SUPERSEDED-ON-ARRIVAL");

        assertThat(gateway.store().verdicts(post(cancel("Y", "X")))).as("nobody holds it").isEmpty();
        var cancelled = post(alert("X", "A false alarm."));
        assertThat(verdict(cancelled, "whole")).contains("CANCELLED-ON-ARRIVAL");
        assertThat(whole.got("River rises") || whole.got("false alarm") || civil.got("River rises")).isFalse();
        assertThat(gateway.store().ledger().balances()).isTrue();
    }

    @Test
    void nobodyCancelsAnothersAlert() {
        post(alert("A", "River rises."));
        civil.await("River rises");
        var spoof = gateway.as("stranger").post(cancel("S", "A").replace("<sender>" + Alert.SENDER, "<sender>alerts@stranger.example"));
        assertThat(spoof.status()).isEqualTo(202);
        gateway.settle();

        assertThat(gateway.store().verdicts(spoof.id())).isEmpty();
        assertThat(gateway.store().attention()).anySatisfy(one -> assertThat(one.text()).contains("another sender"));
        post(update("B", "A", "River falls."));
        assertThat(civil.await("River falls").body()).contains("<msgType>Update</msgType>");
    }

    @Test
    void anErrorReachesOnlyWhoHoldsWhatItSpeaksOf() {
        post(alert("A", "A small flood.").replace("<severity>Severe", "<severity>Minor"));
        post(cancel("B", "A").replace("<msgType>Cancel", "<msgType>Error").replace("<references>", "<note>The levels were wrong.</note><references>"));
        assertThat(text("whole", "The levels were wrong")).contains("<msgType>Error</msgType>");
        assertThat(civil.got("Error")).isFalse();
    }

    @Test
    void anExerciseMovesNothingReal() {
        post(alert("A", "River rises."));
        assertThat(gateway.store().verdicts(post(cancel("B", "A").replace("<status>Actual", "<status>Test")))).isEmpty();
        post(update("C", "A", "River falls."));
        assertThat(civil.await("River falls").body()).contains("<msgType>Update</msgType>");
    }

    @Test
    void theSameIdAgainIsAnUpdateThatDoesNotSaySo() {
        post(alert("A", SECRET));
        var copy = civil.await("River rises").body();
        post(alert("A", SECRET.replace("rises", "falls")).replace("06:10:00", "07:10:00"));
        assertThat(civil.await("River falls").body()).contains("<msgType>Update</msgType>").contains(name(copy));
    }

    @Test
    void aLateUpdateAfterEveryEndStillReachesTheHolders() {
        post(alert("A", "River rises."));
        post(update("B", "A", "It is over.").replace("2199-01-01", "2026-03-05"));
        assertThat(civil.await("It is over").body()).contains("<msgType>Update</msgType>");
    }

    @Test
    void theSameAgainIsNoSecondDelivery() {
        post(alert("A", "River rises."));
        post(update("B", "A", "River falls."));
        assertThat(gateway.as("metro").post(update("B", "A", "River falls.")).status()).isEqualTo(200);
        assertThat(gateway.as("metro").post(update("B", "A", "River stays.")).status()).isEqualTo(409);
        gateway.settle();
        assertThat(civil.arrived).hasSize(2);
    }

    /** Two threads exchange and two deliveries are under way at a time: nobody waits for anything but the chain itself. */
    @Test
    void aRushOfUpdatesLeavesEachReaderWithTheLatestOfEachChainAndNoNameItNeverGot() {
        for (int version = 0; version < 4; version++) {
            for (int chain = 0; chain < 8; chain++) {
                var words = SECRET.replace("rises", "stands at " + version).replace("waits", "waits " + version);
                var sent = "06:1" + version + ":00";
                var message = version == 0 ? alert("R" + chain + "-0", words) : update("R" + chain + "-" + version, "R" + chain + "-" + (version - 1), words).replace("06:10:00-08:00</references>", "06:1" + (version - 1) + ":00-08:00</references>");
                assertThat(gateway.as("metro").post(message.replace("<sent>2026-03-04T06:10:00", "<sent>2026-03-04T" + sent)).status()).isEqualTo(202);
            }
        }
        gateway.settle();
        for (var partner : List.of(whole, civil)) {
            var told = partner.arrived.stream().map(one -> told(one.body())).toList();
            var lifecycle = new Lifecycle(told);
            var shown = told.stream().filter(one -> lifecycle.standing(one, Instant.EPOCH) == Lifecycle.Standing.ACTIVE).map(one -> one.key().substring(0, 1)).toList();
            assertThat(shown).hasSize(8).containsOnly("3");
            var got = told.stream().map(one -> new Named(one.sender(), one.id(), one.sent())).toList();
            assertThat(told).allSatisfy(one -> assertThat(got).containsAll(one.names()));
        }
        assertThat(gateway.store().ledger().balances()).isTrue();
    }

    /** As a reader's tool sees it; its key begins with the stage of the river that it tells of. */
    private static Told told(String product) {
        var names = java.util.Arrays.stream((product.contains("<references>") ? in(product, "references") : "").split("\\s+")).flatMap(one -> Named.parse(one).stream()).toList();
        var stage = product.replaceAll("(?s).*stands at (\\d).*", "$1");
        return new Told(stage + " " + in(product, "sender") + in(product, "identifier"), "alert", in(product, "sender"), in(product, "identifier"), Instants.normal(in(product, "sent")), "Actual", 0,
                Type.of(in(product, "msgType")), names, Optional.empty());
    }

    private String post(String message) {
        var answer = gateway.as("metro").post(message);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        gateway.settle();
        return answer.id();
    }

    private String text(String partner, String words) {
        return (partner.equals("whole") ? whole : civil).await(words).body();
    }

    private String verdict(String id, String partner) {
        return gateway.store().verdicts(id).stream().filter(one -> one.partner().equals(partner)).map(one -> one.outcome().word() + " " + one.decisionJson()).findFirst().orElse("none");
    }

    private static String alert(String id, String words) {
        return Alert.numbered(id).description(words).text();
    }

    private static String update(String id, String of, String words) {
        return alert(id, words).replace("<msgType>Alert", "<msgType>Update").replace("  <info>", reference(of) + "  <info>");
    }

    private static String cancel(String id, String of) {
        return alert(id, "").replace("<msgType>Alert", "<msgType>Cancel").replaceAll("(?s)  <info>.*</info>", reference(of));
    }

    private static String reference(String id) {
        return "<references>" + Alert.SENDER + "," + id + ",2026-03-04T06:10:00-08:00</references>\n";
    }

    /** How an update must name a product. */
    private static String name(String product) {
        return String.join(",", List.of(in(product, "sender"), in(product, "identifier"), in(product, "sent")));
    }

    private static String in(String product, String element) {
        var found = Pattern.compile("<" + element + ">([^<]*)</").matcher(product);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
