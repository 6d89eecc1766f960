package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tearline.server.store.Store;

/**
 * Kills the real process (SIGKILL) at random points while senders post, again and again, and counts. Nothing that got a receipt is
 * lost. A partner that answers 2xx gets a product twice only where the process died between the partner's answer and the sync of the
 * verdict: at most as many products as may be under way to it at once, for each kill, and always under the idempotency key of the first time.
 */
class KillTest {

    private static final int IN_FLIGHT = 2;
    private static final int ROUNDS = Integer.getInteger("tearline.kills", 20);
    private static final long SEED = Long.getLong("tearline.seed", System.nanoTime());
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(90);

    @TempDir
    Path folder;
    private final Random random = new Random(SEED);
    private Path said;

    @Test
    @Timeout(value = 290, unit = TimeUnit.SECONDS)
    void nothingAcceptedIsLostAndNothingIsRepeatedThatNeedNotBe() throws Exception {
        System.out.println("kill test: seed " + SEED + ", " + ROUNDS + " rounds (-Dtearline.seed=…, -Dtearline.kills=…)");
        said = Files.createFile(folder.resolve("said.txt"));
        try (var north = new CountingPartner(); var south = new CountingPartner(); var senders = new LoadOfAlerts(3)) {
            var configuration = ConfigurationFolder.in(folder.resolve("configuration")).inFlight(IN_FLIGHT).sender("metro", Alert.SENDER)
                    .getsByHttp("north", north.uri()).gets("south", "contractor", ConfigurationFolder.CAP, "CTRL", ConfigurationFolder.ALERT, "<http name=\"push\" uri=\"" + south.uri() + "\"/>")
                    .gets("county", "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.ALERT, "<folder name=\"drop\" path=\"out\"/>").publicFeed("anybody", "public");
            var written = configuration.written();

            int killedWhileStarting = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                var gateway = start(written);
                if (round % 7 == 0) {
                    Thread.sleep(random.nextInt(2_500));
                    killedWhileStarting++;
                } else {
                    gateway.process().ready(gateway.from());
                    checkAfterRestart(written, gateway.process().port(), senders.receipts());
                    int before = senders.count();
                    int enough = before + 1 + random.nextInt(45);
                    senders.postTo(gateway.process().port());
                    Wait.until("a random number of receipts", Duration.ofSeconds(40), () -> senders.count() >= enough);
                    Thread.sleep(random.nextInt(50));
                }
                gateway.process().kill();
                senders.postTo(0);
                Thread.sleep(150);      // what the dead process sent may still stand in a socket
                north.nextLife();
                south.nextLife();
            }

            var last = start(written);
            try (var process = last.process().ready(last.from())) {
                senders.finishAt(process.port());
                drain(written, process.port());
                var receipts = senders.receipts();
                System.out.printf("kill test: %d kills, %d of them while starting; %d alerts, %d of them posted again after a kill; repeats: north %d, south %d (bound %d each)%n",
                        ROUNDS, killedWhileStarting, receipts.size(), senders.repeated(), north.repeats(), south.repeats(), ROUNDS * IN_FLIGHT);

                checkAfterRestart(written, process.port(), receipts);
                for (var partner : new CountingPartner[] {north, south}) {
                    assertThat(partner.alerts()).as("each accepted alert arrives").isEqualTo(receipts.keySet());
                    partner.assertRepeatsAreThoseOfKills(IN_FLIGHT);
                }
                assertThat(inFolder(written)).as("each alert is one file").hasSize(receipts.size());
                assertThat(inFeed(process.port())).as("each alert is one entry").isEqualTo(receipts.keySet());
            }
            try (var store = Store.open(written.resolve("data"), Clock.systemUTC())) {
                assertThat(store.verifyJournal().intact()).isTrue();
                assertThat(store.ledger().balances()).isTrue();
                assertThat(store.ledger().delivered()).isEqualTo(4L * senders.receipts().size());
            }
        }
        assertThat(Files.readString(said)).as("no restart finds anything odd").doesNotContain("ERROR");
    }

    private record Started(GatewayProcess process, long from) {}

    private Started start(Path written) throws Exception {
        long from = Files.readString(said).length();
        return new Started(GatewayProcess.start(written, said), from);
    }

    /** Every receipt ever given is a row, and what is covered has exactly one verdict. */
    private static void checkAfterRestart(Path written, int port, java.util.Map<String, String> receipts) throws Exception {
        var rows = new HashSet<String>();
        try (var database = java.sql.DriverManager.getConnection("jdbc:sqlite:file:" + written.resolve("data/tearline.db") + "?mode=ro");
                var found = database.createStatement().executeQuery("SELECT id FROM message")) {
            while (found.next()) rows.add(found.getString(1));
        }
        assertThat(rows).as("no receipt without its message").containsAll(receipts.values());
        var ledger = Client.of(port).as("operator").get("/attention").json().path("ledger");
        assertThat(ledger.path("stranded").asLong()).isZero();
        for (var line : ledger.path("lines")) {
            assertThat(line.path("delivered").asLong() + line.path("withheld").asLong() + line.path("expired").asLong() + line.path("superseded").asLong() + line.path("pending").asLong() + line.path("dead").asLong())
                    .as("the ledger balances: " + line).isEqualTo(line.path("covered").asLong());
        }
    }

    private static void drain(Path written, int port) throws Exception {
        try {
            drain(port);
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "; what is open: " + open(written), late);
        }
    }

    /** Rows, never content. */
    private static String open(Path written) throws Exception {
        var text = new StringBuilder();
        try (var database = java.sql.DriverManager.getConnection("jdbc:sqlite:file:" + written.resolve("data/tearline.db") + "?mode=ro")) {
            for (var sql : new String[] {"SELECT 'work', state, attempts, due, note, count(*), min(id) FROM work WHERE state <> 'done' GROUP BY 1, 2, 3, 5",
                    "SELECT 'delivery', partner, attempts, due, note, count(*), min(id) FROM delivery WHERE state = 'pending' GROUP BY 1, 2, 3, 5"}) {
                try (var rows = database.createStatement().executeQuery(sql)) {
                    while (rows.next()) for (int column = 1; column <= 7; column++) text.append(column == 1 ? "\n  " : " ").append(rows.getString(column));
                }
            }
        }
        return text + "\n  now " + System.currentTimeMillis();
    }

    private static void drain(int port) {
        Wait.until("everything is decided and delivered", LONGEST_DRAIN, () -> {
            var ledger = Client.of(port).as("operator").get("/attention").json().path("ledger");
            long pending = 0;
            for (var line : ledger.path("lines")) pending += line.path("pending").asLong();
            return ledger.path("unfinished").asLong() == 0 && pending == 0;
        });
    }

    private static Set<String> inFolder(Path written) throws Exception {
        try (var files = Files.list(written.resolve("out"))) {
            var names = new TreeSet<String>();
            files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")).forEach(names::add);
            return names;
        }
    }

    private static Set<String> inFeed(int port) {
        var seen = new TreeSet<String>();
        var path = "/feeds/public?limit=500";
        while (!path.isEmpty()) {
            var page = Client.of(port).get(path);
            for (var alert : LoadOfAlerts.in(page.body())) assertThat(seen.add(alert)).as("twice in the feed: " + alert).isTrue();
            path = FeedTest.link(page, "next");
        }
        return seen;
    }
}
