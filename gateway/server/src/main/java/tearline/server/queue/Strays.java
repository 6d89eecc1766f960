package tearline.server.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the queues in which the broker puts tokens it gave up. Ours have no limit of attempts and no time to live, so
 * none should come; one that does is reported to an operator, and the store, which knows what is unfinished, sends anew.
 */
public final class Strays implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Strays.class);

    private final Connection connection;

    /** The consumer gets the queue's name and the token's id. */
    public Strays(Connections connections, Consumer<String> report) throws JMSException {
        connection = connections.open();
        for (String queue : new String[] {Queues.DEAD, Queues.EXPIRED}) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            session.createConsumer(session.createQueue(queue)).setMessageListener(stray -> report(queue, stray, report));
        }
    }

    private static void report(String queue, Message stray, Consumer<String> report) {
        try {
            LOG.warn("broker: a token strayed to {}", queue);
            report.accept(queue + ": " + stray.getJMSMessageID());
        } catch (JMSException e) {
            report.accept(queue);
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
