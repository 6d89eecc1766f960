package tearline.server.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.engine.config.Partner;
import tearline.server.store.JournalEntry;
import tearline.server.store.NewFeedEntry;
import tearline.server.store.PartName;
import tearline.server.store.Remade;
import tearline.server.store.Store;

/**
 * Makes feeds anew whose agreement has another text than the one they were made under: from the messages as they came, by the
 * same steps as ever. Until that is done nobody reads them. What an end cuts short begins again at the next start.
 */
public final class FeedsRemade implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedsRemade.class);
    private static final long PAUSE = 10_000;

    private record View(String feed, String partner) {}

    private final Configuration configuration;
    private final Parts parts;
    private final Store store;
    private final Turns turns;
    private final Runnable done;
    private final Set<View> behind = ConcurrentHashMap.newKeySet();
    private final Thread work = new Thread(this::work, "feeds-remade");

    /** From here on it is known which feeds are behind. Done is run when one is not any more. */
    public FeedsRemade(Configuration configuration, Parts parts, Store store, Turns turns, Runnable done) {
        this.configuration = configuration;
        this.parts = parts;
        this.store = store;
        this.turns = turns;
        this.done = done;
        work.setDaemon(true);
        var made = new ArrayList<CompletableFuture<Void>>();
        for (var partner : configuration.partners()) for (var agreement : partner.agreements()) look(partner, agreement, made);
        made.forEach(CompletableFuture::join); // they share a sync
    }

    private void look(Partner partner, Agreement agreement, List<CompletableFuture<Void>> made) {
        for (var feed : agreement.feeds()) {
            if (store.feedPolicy(feed, agreement.partner()).filter(agreement.sha256()::equals).isPresent()) continue;
            if (store.feedHead(feed, agreement.partner()).position() == 0 && store.partsUnder(agreement.id()).isEmpty()) made.add(finish(partner, agreement, feed));
            else behind.add(new View(feed, agreement.partner()));
        }
    }

    public boolean isBehind(String feed, String partner) {
        return behind.contains(new View(feed, partner));
    }

    public void start() {
        work.start();
    }

    private void work() {
        while (!behind.isEmpty()) {
            try {
                for (var partner : configuration.partners()) {
                    for (var agreement : partner.agreements()) remake(partner, agreement);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException later) {
                LOG.warn("feeds were not made anew, soon again: {}", later.getClass().getSimpleName());
                try {
                    Thread.sleep(PAUSE);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }

    private void remake(Partner partner, Agreement agreement) throws InterruptedException {
        var feeds = agreement.feeds().stream().filter(feed -> isBehind(feed, agreement.partner())).collect(Collectors.toSet());
        if (feeds.isEmpty()) return;
        for (var part : store.partsUnder(agreement.id())) turns.alone(() -> remake(part, agreement));
        for (var feed : feeds) {
            finish(partner, agreement, feed).join();
            done.run();
            behind.remove(new View(feed, agreement.partner()));
        }
    }

    /** What cannot be made any more is not shown, and an operator hears of it. */
    private void remake(PartName part, Agreement agreement) {
        if (!store.isFinished(part.messageId(), part.part())) return; // its turn comes, and under today's agreement
        var shown = Optional.<tearline.server.store.Decided>empty();
        try {
            shown = parts.show(part, agreement.id());
        } catch (RuntimeException fault) {
            LOG.error("{}/{} cannot be shown again: {}", part.messageId(), part.part(), fault.getClass().getName());
            store.journal(JournalEntry.of("stopped", part.messageId(), "{\"part\":" + part.part() + "}").withAttention("it cannot be released again under " + agreement.id() + ", and was taken out of its feed")).join();
        }
        var entries = shown.map(one -> one.feedEntries()).orElse(List.<NewFeedEntry>of());
        store.remake(new Remade(part, agreement.id(), Integer.toString(agreement.version()), agreement.partner(), entries, shown.flatMap(one -> one.copy()))).join();
    }

    private CompletableFuture<Void> finish(Partner partner, Agreement agreement, String feed) {
        return store.feedMade(feed, agreement.partner(), partner.agreements().stream().map(Agreement::id).collect(Collectors.toSet()), agreement.sha256());
    }

    @Override
    public void close() throws InterruptedException {
        work.interrupt();
        work.join(5_000);
    }
}
