package tearline.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tearline.server.store.Given.NOON;
import static tearline.server.store.Given.bytes;
import static tearline.server.store.Given.decided;
import static tearline.server.store.Given.delivery;
import static tearline.server.store.Given.entry;
import static tearline.server.store.Given.exchanged;
import static tearline.server.store.Given.message;
import static tearline.server.store.Given.published;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed as the store keeps it: a view for each partner, the newest of each entry, and tombstones. */
class FeedsTest {

    private static final String FEED = "public-alerts";

    @TempDir
    Path folder;
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder, Clock.fixed(NOON.plusSeconds(59), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void eachPartnerHasPositionsOfItsOwn() {
        publish("m-1", published("county", entry("a", bytes("c1"))));
        publish("m-2", published("county", entry("b", bytes("c2"))), published("public", entry("b", bytes("p2"))));

        assertThat(view("county")).extracting(FeedEntry::position).containsExactly(1L, 2L);
        assertThat(view("public")).extracting(FeedEntry::position).as("what the county got left no gap").containsExactly(1L);
        assertThat(store.feedHead(FEED, "public")).isEqualTo(new FeedHead(1, 0));
        assertThat(store.feedHead(FEED, "nobody")).isEqualTo(new FeedHead(0, 0));
        assertThat(store.verdicts("m-1")).extracting(Verdict::outcome).containsOnly(Outcome.DELIVERED);
    }

    @Test
    void aNewerEntryTakesThePlaceOfTheOlder() {
        publish("m-1", published("county", entry("a", bytes("old"))));
        publish("m-2", published("county", entry("b", bytes("other"))));
        publish("m-3", published("county", entry("a", bytes("new"))));

        assertThat(view("county")).extracting(FeedEntry::entryId).containsExactly("b", "a");
        assertThat(view("county")).extracting(FeedEntry::position).containsExactly(2L, 3L);
        assertThat(store.product(Chain.digest(bytes("new")))).isEqualTo(bytes("new"));
        assertThatThrownBy(() -> store.product(Chain.digest(bytes("old")))).as("nobody can read it any more").isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whatWasAlsoSentStaysForItsDelivery() {
        publish("m-1", published("county", entry("a", bytes("same"))), decided("hospital", delivery("http", bytes("same"))));
        publish("m-2", published("county", entry("a", bytes("new"))));

        assertThat(store.product(Chain.digest(bytes("same")))).isEqualTo(bytes("same"));
    }

    @Test
    void theSameAgainIsNoNews() {
        publish("m-1", published("county", entry("a", bytes("same"))));
        publish("m-2", published("county", entry("a", bytes("same"))));

        assertThat(store.feedHead(FEED, "county").position()).isEqualTo(1);
        assertThat(view("county")).extracting(FeedEntry::messageId).containsExactly("m-2");
    }

    @Test
    void aTombstoneKeepsEntryAndTimeAlone() {
        publish("m-1", published("county", entry("a", bytes("secret"))));
        bury("m-2", "county", "a");

        FeedEntry grave = view("county").get(0);
        assertThat(grave.isTombstone()).isTrue();
        assertThat(grave.position()).isEqualTo(2);
        assertThat(grave.updated()).as("to the minute").isEqualTo(NOON);
        assertThat(grave.title() + grave.rights() + grave.digest() + grave.messageId() + grave.agreement() + grave.standard()).isEmpty();
        assertThatThrownBy(() -> store.product(Chain.digest(bytes("secret")))).isInstanceOf(NoSuchElementException.class);
        assertThat(store.ledger().balances()).isTrue();
        assertThat(store.verdicts("m-2")).extracting(Verdict::outcome).containsExactly(Outcome.DELIVERED);
    }

    @Test
    void whatAViewNeverHeldLeavesNoTombstoneInIt() {
        publish("m-1", published("county", entry("a", bytes("a"))));
        bury("m-2", "public", "a");

        assertThat(view("public")).isEmpty();
        assertThat(store.feedHead(FEED, "public").position()).isZero();
        assertThat(view("county")).extracting(FeedEntry::isTombstone).containsExactly(false);
    }

    @Test
    void whatComesBackAfterItsTombstoneIsAnEntryAgain() {
        publish("m-1", published("county", entry("a", bytes("a"))));
        bury("m-2", "county", "a");
        publish("m-3", published("county", entry("a", bytes("a"))));

        assertThat(view("county")).hasSize(1).extracting(FeedEntry::isTombstone).containsExactly(false);
        assertThat(store.feedHead(FEED, "county").position()).isEqualTo(3);
    }

    @Test
    void aReaderWhoStartsAnewSeesNoTombstoneFromBefore() {
        publish("m-1", published("county", entry("a", bytes("a"))));
        publish("m-2", published("county", entry("b", bytes("b"))));
        bury("m-3", "county", "a");

        assertThat(store.feed(FEED, "county", 0, 3, 10)).extracting(FeedEntry::entryId).containsExactly("b");
        assertThat(store.feed(FEED, "county", 2, 0, 10)).extracting(FeedEntry::entryId).as("whoever had it is told").containsExactly("a");
    }

    @Test
    void aForgottenTombstoneIsRememberedAsAHorizon() {
        publish("m-1", published("county", entry("a", bytes("a"))));
        publish("m-2", published("county", entry("b", bytes("b"))));
        bury("m-3", "county", "a");

        assertThat(store.forgetTombstones(NOON).join()).isZero();
        assertThat(store.forgetTombstones(NOON.plus(Duration.ofDays(91))).join()).isEqualTo(1);
        assertThat(store.feedHead(FEED, "county")).isEqualTo(new FeedHead(3, 3));
        assertThat(view("county")).extracting(FeedEntry::entryId).containsExactly("b");
    }

    @Test
    void theLogOfWhoPulledWhatSurvivesAndStandsInTheJournal() {
        publish("m-1", published("county", entry("a", bytes("a"))));
        store.logDissemination(new Pulled(FEED, "county", "investigation", view("county"))).join();

        JournalRow row = store.journalRows().reduce((earlier, later) -> later).orElseThrow();
        assertThat(row.kind()).isEqualTo("disseminated");
        assertThat(row.dataJson()).contains("investigation", "m-1", Chain.digest(bytes("a")), Given.agreement("county"));
        assertThat(store.verifyJournal().intact()).isTrue();
    }

    private List<FeedEntry> view(String partner) {
        return store.feed(FEED, partner, 0, 0, 100);
    }

    private void publish(String id, Decided... decided) {
        store.accept(message(id)).join();
        store.finish(exchanged(id, decided)).join();
    }

    private void bury(String id, String partner, String entryId) {
        publish(id, new Decided(Given.agreement(partner), "1", partner, Outcome.DELIVERED, "{}", List.of(), List.of(),
                List.of(new NewTombstone(FEED, entryId))));
    }
}
