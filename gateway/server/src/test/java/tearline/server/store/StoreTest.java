package tearline.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tearline.server.store.Given.NOON;
import static tearline.server.store.Given.bytes;
import static tearline.server.store.Given.decided;
import static tearline.server.store.Given.delivery;
import static tearline.server.store.Given.entry;
import static tearline.server.store.Given.exchanged;
import static tearline.server.store.Given.expiring;
import static tearline.server.store.Given.message;
import static tearline.server.store.Given.part;
import static tearline.server.store.Given.published;
import static tearline.server.store.Given.urgent;
import static tearline.server.store.Given.withheld;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir
    Path folder;
    Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("data"), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anAcceptedMessageIsReadBackByteForByteAndMakesOneWorkRowForEachAcceptedPart() {
        var refused = new NewPart(1, "cap-1.2", "1.2", "alert", List.of("cap:refused"), 10, 20, NewPart.REFUSED, "[{}]");
        var given = message("m-1");
        var offered = new NewMessage("m-1", NOON, "http", "county-dispatch", "application/xml", given.bytes(), "5ha",
                List.of(part(0, "cap:a"), refused), "{}");

        Acceptance acceptance = store.accept(offered).join();

        assertThat(acceptance.accepted()).isTrue();
        assertThat(store.find("m-1").orElseThrow().bytes()).hasValue(given.bytes());
        assertThat(store.parts("m-1")).extracting(StoredPart::status).containsExactly("accepted", "refused");
        assertThat(store.parts("m-1").get(0).identityKeys()).containsExactly("cap:a");
        assertThat(store.accept(message("m-2", "cap:refused")).join().accepted()).as("a refused part holds nothing").isTrue();
        assertThat(store.dueWork(NOON, 10)).extracting(Work::messageId).containsExactly("m-1", "m-2");
    }

    @Test
    void anIdentityThatIsHeldAlreadyNamesItsHolderAndNothingIsStored() {
        store.accept(message("m-1", "cap:a")).join();
        var second = new NewMessage("m-2", NOON, "http", "county-dispatch", "application/xml", bytes("<x/>"), "5ha",
                List.of(part(0, "cap:new"), part(1, "cap:a")), "{}");

        Acceptance acceptance = store.accept(second).join();

        assertThat(acceptance.outcome()).isEqualTo(Acceptance.Outcome.DUPLICATE_KEY);
        assertThat(acceptance.clashes()).containsExactly(new Acceptance.Clash("cap:a", 1, "m-1", 0));
        assertThat(store.find("m-2")).isEmpty();
        assertThat(store.findByIdentity("cap:a")).map(StoredPart::messageId).hasValue("m-1");
        assertThat(store.findByIdentity("cap:new")).isEmpty();
        assertThat(store.accept(message("m-3", "cap:new")).join().accepted()).isTrue();
    }

    @Test
    void anIdThatIsTakenFailsAndTheNextMessageDoesNot() {
        store.accept(message("m-1")).join();

        assertThatThrownBy(() -> store.accept(message("m-1")).join()).hasMessageContaining("UNIQUE");

        assertThat(store.accept(message("m-2")).join().accepted()).isTrue();
        assertThat(store.verifyJournal().rows()).isEqualTo(2);
    }

    @Test
    void workIsHandedOutOnceUntilItIsResetOrPostponed() {
        store.accept(message("m-1")).join();
        Work work = store.dueWork(NOON, 10).get(0);

        store.markSent(List.of(work.id()));
        assertThat(store.dueWork(NOON, 10)).isEmpty();
        store.resetSent();
        assertThat(store.dueWork(NOON, 10)).containsExactly(work);
        store.postpone(work, NOON.plusSeconds(5), "no schema").join();
        assertThat(store.dueWork(NOON, 10)).isEmpty();
        assertThat(store.dueWork(NOON.plusSeconds(5), 10)).extracting(Work::attempts).containsExactly(1);
    }

    @Test
    void aSecondFinishOfTheSamePartChangesNothing() {
        store.accept(message("m-1")).join();
        assertThat(store.isFinished("m-1", 0)).isFalse();

        store.finish(exchanged("m-1", decided("county", delivery("http", bytes("p"))))).join();
        store.finish(exchanged("m-1", withheld("county"), withheld("hospital"))).join();

        assertThat(store.isFinished("m-1", 0)).isTrue();
        assertThat(store.verdicts("m-1")).extracting(Verdict::outcome).containsExactly(Outcome.PENDING);
        assertThat(store.deliveries("m-1")).hasSize(1);
        assertThat(store.journalRows().map(JournalRow::kind)).containsExactly("accepted", "exchanged");
    }

    @Test
    void whatNobodyAcceptedCannotBeFinished() {
        assertThatThrownBy(() -> store.finish(exchanged("m-0", withheld("county"))).join())
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWithheldVerdictWithAProductIsNotWritten() {
        store.accept(message("m-1")).join();
        var wrong = new Decided("urn:a", "1", "county", Outcome.WITHHELD, "{}", List.of(delivery("http", bytes("p"))), List.of());

        assertThatThrownBy(() -> store.finish(exchanged("m-1", wrong)).join())
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(store.isFinished("m-1", 0)).isFalse();
        assertThat(store.dueDeliveries(NOON, 10)).isEmpty();
    }

    @Test
    void theLedgerBalancesWhateverTheOutcome() {
        for (String id : List.of("m-1", "m-2", "m-3", "m-4", "m-5", "m-6")) {
            store.accept(message(id)).join();
        }
        store.finish(exchanged("m-1", decided("county", delivery("http", bytes("1"))), withheld("press"))).join();
        store.finish(exchanged("m-2", decided("county", expiring(delivery("http", bytes("2")), NOON.plusSeconds(60))))).join();
        store.finish(exchanged("m-3", decided("county", delivery("http", bytes("3"))))).join();
        store.finish(exchanged("m-4", decided("county", delivery("http", bytes("4"))), published("public", entry("e", bytes("4"))))).join();
        store.park(store.work("m-5", 0).orElseThrow(), "our fault").join();

        store.delivered(only("m-1"), "202").join();
        assertThat(store.expireDue(NOON.plusSeconds(60)).join()).isEqualTo(1);
        store.dead(only("m-3"), "410").join();

        Ledger ledger = store.ledger();
        assertThat(ledger.balances()).isTrue();
        assertThat(List.of(ledger.covered(), ledger.delivered(), ledger.withheld(), ledger.expired(), ledger.pending(),
                ledger.dead(), ledger.superseded(), ledger.unfinished())).containsExactly(7L, 2L, 1L, 1L, 1L, 2L, 0L, 1L);
        store.supersede("m-4", 0, Given.agreement("county"), "m-9").join();
        assertThat(store.ledger().superseded()).isEqualTo(1);
        assertThat(store.ledger().balances()).isTrue();
        assertThat(store.verifyJournal().intact()).isTrue();
    }

    @Test
    void aVerdictIsDeliveredWhenEveryDoorIsAndDeadWhenOneDiedAndNoneIsUnderWay() {
        for (String id : List.of("m-1", "m-2")) {
            store.accept(message(id)).join();
            store.finish(exchanged(id, decided("county", delivery("http", bytes("p")), delivery("folder", bytes("p"))))).join();
        }
        store.delivered(store.deliveries("m-1").get(0).id(), "200").join();
        assertThat(outcomeOf("m-1")).isEqualTo(Outcome.PENDING);
        store.delivered(store.deliveries("m-1").get(1).id(), "flood.cap").join();
        assertThat(outcomeOf("m-1")).isEqualTo(Outcome.DELIVERED);

        store.dead(store.deliveries("m-2").get(0).id(), "404").join();
        assertThat(outcomeOf("m-2")).isEqualTo(Outcome.PENDING);
        store.delivered(store.deliveries("m-2").get(1).id(), "flood.cap").join();
        assertThat(outcomeOf("m-2")).isEqualTo(Outcome.DEAD);
        assertThat(store.attention()).extracting(Attention::kind).containsExactly("dead");
    }

    @Test
    void theMostUrgentGoesFirstAndWaitsUntilItIsDue() {
        store.accept(message("m-1")).join();
        store.finish(exchanged("m-1", decided("county", delivery("http", bytes("slow")), urgent(delivery("siren", bytes("fast")))),
                decided("hospital", delivery("http", bytes("slow"))))).join();

        assertThat(store.dueDeliveries(NOON, 10)).extracting(Delivery::door).containsExactly("siren", "http", "http");
        assertThat(store.dueByPartner(NOON)).isEqualTo(Map.of("county", 2L, "hospital", 1L));
        Delivery first = store.dueOf("county", NOON, 1).get(0);
        store.retryAt(first.id(), NOON.plusSeconds(5), "503").join();
        assertThat(store.dueOf("county", NOON, 10)).extracting(Delivery::door).containsExactly("http");
        assertThat(store.delivery(first.id()).orElseThrow().attempts()).isEqualTo(1);
        assertThat(store.dueOf("county", NOON.plusSeconds(5), 10)).hasSize(2);
    }

    @Test
    void partnersThatGetTheSameBytesShareOneProduct() {
        store.accept(message("m-1")).join();
        store.finish(exchanged("m-1", decided("county", delivery("http", bytes("same"))),
                decided("hospital", delivery("http", bytes("same"))))).join();

        assertThat(store.deliveries("m-1")).extracting(Delivery::digest).containsOnly(Chain.digest(bytes("same")));
        assertThat(store.product(Chain.digest(bytes("same")))).isEqualTo(bytes("same"));
    }

    @Test
    void aHeldPartnerWaitsAndTheOthersDoNot() {
        store.accept(message("m-1")).join();
        store.finish(exchanged("m-1", decided("county", delivery("http", bytes("p"))),
                decided("hospital", delivery("http", bytes("p"))))).join();

        store.hold("county");
        assertThat(store.held()).containsExactly("county");
        assertThat(store.dueDeliveries(NOON, 10)).extracting(Delivery::partner).containsExactly("hospital");
        assertThat(store.dueOf("county", NOON, 10)).isEmpty();
        assertThat(store.dueByPartner(NOON)).containsOnlyKeys("hospital");
        store.release("county");
        assertThat(store.dueOf("county", NOON, 10)).hasSize(1);
    }

    @Test
    void aReplayRepeatsTheIdempotencyKeyAndADeliveredVerdictStays() {
        store.accept(message("m-1")).join();
        store.finish(exchanged("m-1", decided("county", delivery("http", bytes("p"))),
                decided("hospital", delivery("mail", bytes("p"))))).join();
        store.delivered(store.deliveries("m-1").get(0).id(), "202").join();
        store.dead(store.deliveries("m-1").get(1).id(), "bounced").join();

        assertThat(store.replay("m-1", Optional.of("county")).join()).isEqualTo(1);
        assertThat(store.dueOf("county", NOON, 10)).extracting(Delivery::idempotencyKey).containsExactly("key-http");
        assertThat(store.verdicts("m-1")).extracting(Verdict::outcome).containsExactly(Outcome.DELIVERED, Outcome.DEAD);

        assertThat(store.replay("m-1", Optional.of("hospital")).join()).isEqualTo(1);
        assertThat(store.verdicts("m-1")).extracting(Verdict::outcome).containsExactly(Outcome.DELIVERED, Outcome.PENDING);
        assertThat(store.attention()).isEmpty();
        assertThat(store.ledger().balances()).isTrue();
    }

    @Test
    void aParkedPartIsDeadUntilAnOperatorReplaysIt() {
        store.accept(message("m-1")).join();
        store.park(store.work("m-1", 0).orElseThrow(), "mapping failed").join();
        assertThat(outcomeOf("m-1")).isEqualTo(Outcome.DEAD);
        assertThat(store.isFinished("m-1", 0)).isTrue();
        assertThat(store.attention()).extracting(Attention::subject).containsExactly("m-1/0");

        assertThat(store.replay("m-1", Optional.empty()).join()).isEqualTo(1);

        assertThat(store.attention()).isEmpty();
        assertThat(store.dueWork(NOON, 10)).hasSize(1);
        store.finish(exchanged("m-1", withheld("county"))).join();
        assertThat(outcomeOf("m-1")).isEqualTo(Outcome.WITHHELD);
        assertThat(store.ledger().balances()).isTrue();
    }

    @Test
    void whatArrivedWhileItExpiredHasArrived() {
        store.accept(message("m-1")).join();
        store.finish(exchanged("m-1", decided("county", expiring(delivery("http", bytes("p")), NOON.plusSeconds(1))))).join();
        store.expireDue(NOON.plus(Duration.ofHours(1))).join();
        assertThat(outcomeOf("m-1")).isEqualTo(Outcome.EXPIRED);

        store.delivered(only("m-1"), "202").join();

        assertThat(outcomeOf("m-1")).isEqualTo(Outcome.DELIVERED);
    }

    @Test
    void aSpillReachesTheOperatorAndTheJournal() {
        store.journal(JournalEntry.of("spill", "r-1", "{\"door\":\"http\"}").withAttention("a classified banner")).join();

        Attention spill = store.attention().get(0);
        assertThat(spill.text()).isEqualTo("a classified banner");
        store.settle(spill.id()).join();
        assertThat(store.attention()).isEmpty();
        assertThat(store.journalRows().map(JournalRow::kind)).containsExactly("spill", "settled");
    }

    @Test
    void idsSortByTime() {
        String early = Ids.message(NOON);
        String late = Ids.message(NOON.plusMillis(1));

        assertThat(early).isLessThan(late).matches("m-[0-9a-z]{26}");
    }

    private long only(String message) {
        return store.deliveries(message).get(0).id();
    }

    private Outcome outcomeOf(String message) {
        return store.verdicts(message).get(0).outcome();
    }
}
