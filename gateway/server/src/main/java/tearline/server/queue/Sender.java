package tearline.server.queue;

import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends tokens durably, many at a time, and then waits until the broker has all. Not in a transaction: there one duplicate
 * would roll back its neighbours, while a plain send drops the duplicate alone, which is what we want.
 */
final class Sender implements AutoCloseable {

    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final Map<String, Queue> queues = new HashMap<>();
    private Phaser open = new Phaser(1);
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    Sender(Connections connections) throws JMSException {
        connection = connections.openConfirming();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        producer = session.createProducer(null);
        producer.setDisableMessageTimestamp(true);
    }

    void send(String queue, String text, String once, int priority) throws JMSException {
        var message = session.createTextMessage(text);
        message.setStringProperty(org.apache.activemq.artemis.api.core.Message.HDR_DUPLICATE_DETECTION_ID.toString(), once);
        Queue to = queues.computeIfAbsent(queue, Queues::named);
        Phaser batch = open;
        batch.register();
        producer.send(to, message, DeliveryMode.PERSISTENT, Math.max(0, Math.min(9, priority)), 0, new CompletionListener() {
            @Override
            public void onCompletion(Message sent) {
                batch.arriveAndDeregister();
            }

            @Override
            public void onException(Message sent, Exception e) {
                failure.set(e);
                batch.arriveAndDeregister();
            }
        });
    }

    /** Returns when all that was sent since the last time is on the broker's disk. */
    void await() throws JMSException {
        Phaser batch = open;
        open = new Phaser(1);
        try {
            batch.awaitAdvanceInterruptibly(batch.arrive(), 30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JMSException("stopped");
        } catch (TimeoutException e) {
            throw new JMSException("the broker does not answer");
        }
        Exception failed = failure.getAndSet(null);
        if (failed != null) {
            var thrown = new JMSException("the broker did not take a token");
            thrown.initCause(failed);
            throw thrown;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            // It was broken already, which is why we close it.
        }
    }
}
