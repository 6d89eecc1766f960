package tearline.server.delivery;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.server.queue.Queues;
import tearline.server.store.Delivery;
import tearline.server.store.Outcome;

/**
 * One partner's way out: takes tokens from its queue while the partner may be tried, and acknowledges each when its verdict
 * is durable. Everything here happens in turns, so the session is used by one thread at a time.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final String partner;
    private final Deliveries deliveries;
    private final Connection connection;
    private final Executor turns;
    private final AtomicBoolean awake = new AtomicBoolean();
    private final Map<Long, Message> inFlight = new HashMap<>();
    private volatile Session session;
    private MessageConsumer consumer;
    /** Opening and closing costs more than a delivery, so an empty queue stays open for a moment. */
    private boolean idle;
    /** Something could not be committed or acknowledged: what is open goes back to the queue, and the lane starts anew. */
    private boolean broken;

    Lane(String partner, Deliveries deliveries, Connection connection, Executor pool) {
        this.partner = partner;
        this.deliveries = deliveries;
        this.connection = connection;
        this.turns = new Turns(pool);
    }

    void wake() {
        if (awake.compareAndSet(false, true)) {
            turns.execute(() -> {
                awake.set(false);
                takeWhatMayBeTaken();
            });
        }
    }

    /** Every second: closes a queue from which nothing came since the last time. */
    void tidy() {
        if (session != null) {
            turns.execute(() -> {
                if (idle && inFlight.isEmpty()) {
                    close();
                }
                idle = true;
            });
        }
    }

    /** Gives back what is under way; complete when the queue is closed. */
    CompletableFuture<Void> stop() {
        return CompletableFuture.runAsync(this::close, turns);
    }

    private void takeWhatMayBeTaken() {
        boolean admitted = false;
        try {
            while (!broken && (admitted = deliveries.admits(partner, inFlight.size()))) {
                open();
                Message token = consumer.receiveNoWait();
                if (token == null) {
                    break;
                }
                idle = false;
                take(token);
            }
        } catch (JMSException | RuntimeException e) {
            broken(e);
        }
        if (inFlight.isEmpty() && (broken || !admitted)) {
            close();
        }
    }

    private void take(Message token) throws JMSException {
        long id = id(token);
        Optional<Delivery> found = deliveries.find(id);
        if (inFlight.containsKey(id)) {
            token.acknowledge();            // a second copy of what is being done
        } else if (found.isEmpty() || found.get().state() != Outcome.PENDING || deliveries.isEarly(found.get())) {
            token.acknowledge();            // done already, or due again later: then a new token comes
            deliveries.settled(partner, id);
        } else {
            inFlight.put(id, token);
            deliveries.attempt(found.get()).whenCompleteAsync((done, failure) -> settle(id, failure), turns);
        }
    }

    /** 0, which no delivery has, for something that is no token of ours. */
    private static long id(Message token) throws JMSException {
        return token instanceof TextMessage text && text.getText().matches("[0-9]{1,18}") ? Long.parseLong(text.getText()) : 0;
    }

    private void settle(long id, Throwable failure) {
        Message token = inFlight.remove(id);
        if (session == null) {
            return;                         // stopped meanwhile: the token is in the queue again
        }
        if (failure == null) {
            try {
                token.acknowledge();
                deliveries.settled(partner, id);
            } catch (JMSException e) {
                broken(e);
            }
        } else {
            broken(failure);
        }
        takeWhatMayBeTaken();
    }

    private void open() throws JMSException {
        if (session == null) {
            session = connection.createSession(false, ActiveMQJMSConstants.INDIVIDUAL_ACKNOWLEDGE);
            consumer = session.createConsumer(Queues.named(Queues.delivery(partner)));
        }
    }

    private void close() {
        try {
            if (session != null) {
                session.close();
            }
        } catch (JMSException e) {
            LOG.debug("delivery: {} did not close", partner);
        }
        session = null;
        consumer = null;
        broken = false;
    }

    private void broken(Throwable e) {
        broken = true;
        if (!deliveries.isClosing()) {
            LOG.warn("delivery: {} starts anew: {}", partner, e.toString());
        }
    }
}
