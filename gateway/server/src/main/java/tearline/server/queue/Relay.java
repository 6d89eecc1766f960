package tearline.server.queue;

import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.server.store.Delivery;
import tearline.server.store.Outcome;
import tearline.server.store.Store;
import tearline.server.store.Work;

/**
 * Carries what is due in the store to the broker, as tokens: ids, never content. One thread; it looks when something was
 * accepted or finished, and once a second. At the start everything unfinished is sent again: the broker drops what it
 * still holds, and consumers ask the store whether a token is done already.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 256;
    /** Work carries no priority of its own; JMS's middle. */
    private static final int ORDINARY = 4;

    private final Store store;
    private final Connections connections;
    private final Clock clock;
    private final UnderWay underWay = new UnderWay();
    private final Semaphore look = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "relay");
    private Consumer<String> tokensFor = partner -> {};
    private Sender sender;
    private Instant swept = Instant.MIN;
    private CompletableFuture<Integer> sweep = CompletableFuture.completedFuture(0);
    private volatile boolean closing;

    public Relay(Store store, Connections connections, Clock clock) {
        this.store = store;
        this.connections = connections;
        this.clock = clock;
    }

    /** The consumer is told of each partner that has something due: its tokens are in its queue. */
    public void start(Consumer<String> tokensFor) {
        this.tokensFor = tokensFor;
        store.resetSent();
        underWay.clear();
        look.release();
        thread.setDaemon(true);
        thread.start();
    }

    /** Something may be due: look now. Cheap; call it after every accept and finish. */
    public void signal() {
        if (look.availablePermits() == 0) {
            look.release();
        }
    }

    /** The token is gone from the broker, its verdict is in the store; while the delivery is pending it may be sent again. */
    public void settled(String partner, long delivery) {
        if (underWay.remove(partner, delivery)) {
            signal();
        }
    }

    private void run() {
        while (!closing) {
            try {
                if (sender == null) {
                    sender = new Sender(connections);
                }
                Instant now = clock.instant();
                expire(now);
                relayWork(now);
                relayDeliveries(now);
                look.tryAcquire(1, TimeUnit.SECONDS);
                look.drainPermits();
            } catch (InterruptedException e) {
                closing = true;
            } catch (JMSException | RuntimeException e) {
                tryAgainLater(e);
            }
        }
        if (sender != null) {
            sender.close();
        }
    }

    private void tryAgainLater(Exception e) {
        if (closing) {
            return;
        }
        LOG.warn("relay: cannot send, tries again in a second: {}", e.toString());
        if (sender != null) {
            sender.close();
            sender = null;
        }
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stopped) {
            closing = true;
        }
    }

    /** Also finds what expires behind a held partner or an open circuit, where no token passes by. */
    private void expire(Instant now) {
        if (sweep.isDone() && now.isAfter(swept.plusSeconds(1))) {
            swept = now;
            sweep = store.expireDue(now);
        }
    }

    private void relayWork(Instant now) throws JMSException {
        List<Work> batch;
        do {
            batch = store.dueWork(now, BATCH);
            if (!batch.isEmpty()) {
                for (Work work : batch) {
                    sender.send(Queues.ACCEPTED, new Token(work.messageId(), work.part()).text(),
                            once("w", work.id(), work.attempts(), work.due()), ORDINARY);
                }
                sender.await();
                store.markSent(batch.stream().map(Work::id).toList());
            }
        } while (batch.size() == BATCH && !closing);
    }

    /** Partners are woken batch by batch: the first need not wait until the last has its tokens. */
    private void relayDeliveries(Instant now) throws JMSException {
        var partners = new ArrayList<String>();
        var sent = new ArrayList<Delivery>();
        try {
            for (Map.Entry<String, Long> due : store.dueByPartner(now).entrySet()) {
                String partner = due.getKey();
                if (underWay.wants(partner, due.getValue())) {
                    relay(partner, now, sent);
                }
                partners.add(partner);
                if (sent.size() >= BATCH) {
                    arrived(sent, partners);
                }
            }
            arrived(sent, partners);
        } catch (JMSException | RuntimeException e) {
            // Which of them arrived is unknown: all are sent again, and the broker drops the ones it has.
            sent.forEach(delivery -> underWay.remove(delivery.partner(), delivery.id()));
            throw e;
        }
    }

    private void relay(String partner, Instant now, List<Delivery> sent) throws JMSException {
        for (Delivery delivery : store.dueOf(partner, now, UnderWay.WINDOW)) {
            if (underWay.add(partner, delivery.id()) && isStillDue(delivery)) {
                sent.add(delivery);
                sender.send(Queues.delivery(partner), Long.toString(delivery.id()),
                        once("d", delivery.id(), delivery.attempts(), delivery.due()), delivery.priority());
            }
        }
    }

    private void arrived(List<Delivery> sent, List<String> partners) throws JMSException {
        sender.await();
        sent.clear();
        partners.forEach(tokensFor);
        partners.clear();
    }

    /**
     * Its verdict may have come between the look and the entry under way, and with it the one who would have removed that
     * entry: asked again now, the store tells. A forgotten entry would hold a place for ever.
     */
    private boolean isStillDue(Delivery seen) {
        boolean same = store.delivery(seen.id()).filter(now -> now.state() == Outcome.PENDING && now.due().equals(seen.due())).isPresent();
        if (!same) {
            underWay.remove(seen.partner(), seen.id());
        }
        return same;
    }

    /** The due time tells a replay from the attempt that it repeats: otherwise the broker would drop it. */
    private static String once(String kind, long id, int attempt, Instant due) {
        return kind + id + '/' + attempt + '/' + due.toEpochMilli();
    }

    @Override
    public void close() {
        closing = true;
        signal();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
