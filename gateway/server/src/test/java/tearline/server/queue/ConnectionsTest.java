package tearline.server.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConnectionsTest {

    /** Counts how often it was read from a stream: that is the moment at which an attacker's code would run. */
    static final class Trap implements Serializable {
        static final AtomicInteger SPRUNG = new AtomicInteger();

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            SPRUNG.incrementAndGet();
        }
    }

    @TempDir
    Path folder;
    private Broker broker;
    private Connections connections;

    @BeforeEach
    void start() {
        Trap.SPRUNG.set(0);
        broker = new Broker(folder).start();
        connections = new Connections(broker);
    }

    @AfterEach
    void stop() {
        connections.close();
        broker.close();
    }

    @Test
    void ourConnectionOpensNoJavaObject() throws Exception {
        layTrap();
        try (Connection connection = connections.open()) {
            var message = (ObjectMessage) receive(connection);

            assertThatThrownBy(message::getObject).isInstanceOf(JMSException.class);
            assertThat(Trap.SPRUNG).hasValue(0);
        }
    }

    @Test
    void camelOpensNoJavaObject() throws Exception {
        var taken = new CountDownLatch(1);
        try (var camel = new DefaultCamelContext()) {
            camel.addComponent("jms", connections.camel());
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("jms:" + Queues.ACCEPTED).process(exchange -> {
                        try {
                            exchange.getMessage().getBody();
                        } finally {
                            taken.countDown();
                        }
                    });
                }
            });
            camel.start();
            layTrap();

            assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Trap.SPRUNG).hasValue(0);
    }

    /** Shows that the two tests above can fail: without the switch the object is read. */
    @Test
    void aConnectionWithoutTheSwitchWouldOpenIt() throws Exception {
        layTrap();
        try (var careless = new ActiveMQConnectionFactory(broker.uri()); Connection connection = careless.createConnection()) {
            connection.start();

            assertThat(((ObjectMessage) receive(connection)).getObject()).isInstanceOf(Trap.class);
            assertThat(Trap.SPRUNG).hasValue(1);
        }
    }

    private void layTrap() throws JMSException {
        try (Connection connection = connections.open();
             Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createQueue(Queues.ACCEPTED)).send(session.createObjectMessage(new Trap()));
        }
    }

    private static jakarta.jms.Message receive(Connection connection) throws JMSException {
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        return session.createConsumer(session.createQueue(Queues.ACCEPTED)).receive(5_000);
    }
}
