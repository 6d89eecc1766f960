package tearline.server.queue;

import jakarta.jms.Queue;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;

/** The names of the queues, in one place. */
public final class Queues {

    /** One token for every accepted part that waits for its exchange. */
    public static final String ACCEPTED = "accepted";
    /** Where the broker puts tokens that it cannot place or that outlive their time; {@link Strays} empties both. */
    public static final String DEAD = "dead";
    public static final String EXPIRED = "expired";

    private static final String DELIVERY = "delivery.";

    private Queues() {}

    /** A queue for each partner, so that an operator sees who waits, and a slow partner stands in nobody's way. */
    public static String delivery(String partner) {
        return DELIVERY + partner;
    }

    /** The queue of that name, without asking the broker for it as a session does. */
    public static Queue named(String name) {
        return ActiveMQJMSClient.createQueue(name);
    }
}
