package tearline.server.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 * Makes feeds anew whose agreement has another text than the one they were made under, and what an activation or an emergency let
 * into them when that ends: from the messages as they came, by the same steps as ever. Until that is done nobody reads them. What
 * an end cuts short begins again at the next start.
 */
public final class FeedsRemade implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedsRemade.class);
    private static final long PAUSE = 10_000;
    private static final long MOMENT = 1_000;

    private record View(String feed, String partner) {}

    private final Configuration configuration;
    private final Parts parts;
    private final Store store;
    private final Turns turns;
    private final OverlaysInForce overlays;
    private final Runnable done;
    private final Set<View> behind = ConcurrentHashMap.newKeySet();
    /** Those in which only some parts do not stand any more. */
    private final Map<View, Set<PartName>> over = new ConcurrentHashMap<>();
    private final Thread work = new Thread(this::work, "feeds-remade");

    /** From here on it is known which feeds are behind. Done is run when one is not any more. */
    public FeedsRemade(Configuration configuration, Parts parts, Store store, Turns turns, Runnable done, Clock clock) {
        this.configuration = configuration;
        this.parts = parts;
        this.store = store;
        this.turns = turns;
        this.overlays = new OverlaysInForce(configuration, store, clock);
        this.done = done;
        work.setDaemon(true);
        var made = new ArrayList<CompletableFuture<Void>>();
        for (var partner : configuration.partners()) for (var agreement : partner.agreements()) look(partner, agreement, made);
        made.forEach(CompletableFuture::join); // they share a sync
        lookForWhatIsOver();
    }

    private void look(Partner partner, Agreement agreement, List<CompletableFuture<Void>> made) {
        for (var feed : agreement.feeds()) {
            if (stands(agreement, feed)) continue;
            if (store.feedHead(feed, agreement.partner()).position() == 0 && store.partsUnder(agreement.id()).isEmpty()) made.add(finish(partner, agreement, feed));
            else behind.add(new View(feed, agreement.partner()));
        }
    }

    private boolean stands(Agreement agreement, String feed) {
        return store.feedPolicy(feed, agreement.partner()).filter(policy -> overlays.stands(policy, agreement)).isPresent();
    }

    private synchronized void lookForWhatIsOver() {
        for (var one : overlays.over()) {
            for (var agreement : configuration.listAgreements()) {
                if (!agreement.id().equals(one.agreement())) continue;
                for (var feed : agreement.feeds()) over.computeIfAbsent(new View(feed, agreement.partner()), any -> ConcurrentHashMap.newKeySet()).add(one.part());
            }
        }
        for (var agreement : configuration.listAgreements()) {
            for (var feed : agreement.feeds()) if (!stands(agreement, feed)) behind.add(new View(feed, agreement.partner()));
        }
    }

    /** At the moment at which something ends, and not when its time has come to be looked after. */
    public boolean isBehind(String feed, String partner) {
        if (overlays.haveEnded()) lookForWhatIsOver();
        var view = new View(feed, partner);
        return behind.contains(view) || over.containsKey(view);
    }

    public void start() {
        work.start();
    }

    private void work() {
        try {
            while (true) {
                try {
                    if (overlays.haveEnded()) lookForWhatIsOver();
                    for (var partner : configuration.partners()) {
                        for (var agreement : partner.agreements()) {
                            remake(partner, agreement);
                            takeOut(agreement);
                        }
                    }
                    Thread.sleep(MOMENT);
                } catch (RuntimeException later) {
                    LOG.warn("feeds were not made anew, soon again: {}", later.getClass().getSimpleName());
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException stopped) {
            // The gateway ends.
        }
    }

    private void takeOut(Agreement agreement) throws InterruptedException {
        var parts = new LinkedHashSet<PartName>();
        for (var feed : agreement.feeds()) parts.addAll(over.getOrDefault(new View(feed, agreement.partner()), Set.of()));
        if (parts.isEmpty()) return;
        for (var part : parts) turns.alone(() -> remake(part, agreement));
        done.run();
        for (var feed : agreement.feeds()) over.computeIfPresent(new View(feed, agreement.partner()), (view, left) -> left.removeAll(parts) && left.isEmpty() ? null : left);
    }

    private void remake(Partner partner, Agreement agreement) throws InterruptedException {
        var feeds = agreement.feeds().stream().filter(feed -> behind.contains(new View(feed, agreement.partner()))).collect(Collectors.toSet());
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
        return store.feedMade(feed, agreement.partner(), partner.agreements().stream().map(Agreement::id).collect(Collectors.toSet()), overlays.policy(agreement));
    }

    @Override
    public void close() throws InterruptedException {
        work.interrupt();
        work.join(5_000);
    }
}
