package tearline.server.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** The ways to the broker: a plain connection for tokens, and a pooled one for Camel. Neither opens a Java object. */
public final class Connections implements AutoCloseable {

    /** Without a window the client calls a token sent that the broker has not confirmed. */
    private static final int CONFIRMED_BYTES = 1 << 20;

    private final ActiveMQConnectionFactory factory;
    private final ActiveMQConnectionFactory confirming;
    private final JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();

    public Connections(Broker broker) {
        factory = factory(broker.uri());
        confirming = factory(broker.uri());
        confirming.setConfirmationWindowSize(CONFIRMED_BYTES);
        pool.setConnectionFactory(factory);
        pool.setMaxConnections(2);
    }

    private static ActiveMQConnectionFactory factory(String uri) {
        var factory = new ActiveMQConnectionFactory(uri);
        // No class is ever read from a message: a Java object in a queue is an attack.
        factory.setDeserializationDenyList("*");
        // One token at a time, so that an urgent one is never behind what a client has fetched ahead.
        factory.setConsumerWindowSize(0);
        // Own, bounded threads: a client that blocks the global pool stops every other one.
        factory.setUseGlobalPools(false);
        factory.setThreadPoolMaxSize(16);
        factory.setScheduledThreadPoolMaxSize(2);
        // The relay bounds what waits; credits for a thousand addresses would only cost.
        factory.setProducerWindowSize(-1);
        return factory;
    }

    /** A started connection of the caller's own, who closes it. */
    public Connection open() throws JMSException {
        return started(factory);
    }

    /** The same, for one who sends without waiting and wants to be told what is durable. */
    Connection openConfirming() throws JMSException {
        return started(confirming);
    }

    private static Connection started(ActiveMQConnectionFactory factory) throws JMSException {
        Connection connection = factory.createConnection();
        connection.start();
        return connection;
    }

    /** Camel's "jms": an exchange that fails gives its token back. */
    public JmsComponent camel() {
        var component = new JmsComponent();
        component.setConnectionFactory(pool);
        component.setTransacted(true);
        // The session's own transaction suffices, and lets the consumer stay open between two tokens.
        component.setLazyCreateTransactionManager(false);
        component.setCacheLevelName("CACHE_CONSUMER");
        component.setRecoveryInterval(1_000);
        return component;
    }

    @Override
    public void close() {
        pool.stop();
        factory.close();
        confirming.close();
    }
}
