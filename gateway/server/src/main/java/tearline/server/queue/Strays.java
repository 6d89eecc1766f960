package tearline.server.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.server.store.Store;

/**
 * Empties the queues in which the broker puts tokens it gave up. Ours have no limit of attempts and no time to live, so
 * none should come; for one that does, the store notes an attempt, and the relay sends a new token.
 */
public final class Strays implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Strays.class);
    private static final String WHY = "the broker gave up its token";

    private final Store store;
    private final Relay relay;
    private final Clock clock;
    private final Connection connection;

    public Strays(Store store, Connections connections, Relay relay, Clock clock) throws JMSException {
        this.store = store;
        this.relay = relay;
        this.clock = clock;
        connection = connections.open();
        for (String queue : new String[] {Queues.DEAD, Queues.EXPIRED}) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            session.createConsumer(Queues.named(queue)).setMessageListener(stray -> takeUp(queue, stray));
        }
    }

    /** A listener that throws leaves the token where it is, to be tried again. */
    private void takeUp(String queue, Message stray) {
        try {
            String text = ((TextMessage) stray).getText();
            LOG.warn("broker: token {} strayed to {}", text, queue);
            if (text.indexOf('/') < 0) {
                store.delivery(Long.parseLong(text)).ifPresent(delivery -> {
                    store.retryAt(delivery.id(), clock.instant(), WHY).join();
                    relay.settled(delivery.partner(), delivery.id());
                });
            } else {
                Token token = Token.parse(text);
                if (!store.isFinished(token.messageId(), token.part())) {
                    store.work(token.messageId(), token.part())
                            .ifPresent(work -> store.postpone(work, clock.instant(), WHY).join());
                }
            }
            relay.signal();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
