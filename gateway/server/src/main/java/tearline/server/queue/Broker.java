package tearline.server.queue;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/**
 * The embedded message broker. It hands tokens to consumers and is never the truth: while the gateway is down its folder
 * may be deleted, and the {@link Relay} fills it again from the store.
 */
public final class Broker implements AutoCloseable {

    /** The accepted tokens that may wait at once and still be told from a second copy of themselves. */
    private static final int ACCEPTED_IDS = 20_000;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
    /** Reachable from inside this process only; the number tells several gateways in one process apart. */
    private final String uri = "vm://" + NEXT.getAndIncrement();

    public Broker(Path folder) {
        artemis.setConfiguration(configuration(folder));
    }

    public Broker start() {
        try {
            artemis.start();
            if (!artemis.getActiveMQServer().waitForActivation(1, TimeUnit.SECONDS)) {
                artemis.stop();
                throw new IllegalStateException("the broker does not start: is another gateway using its folder?");
            }
            return this;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not start", e);
        }
    }

    public boolean isRunning() {
        var server = artemis.getActiveMQServer();
        return server != null && server.isActive();
    }

    /** How many tokens wait in a queue; 0 when it does not exist yet. */
    public long waiting(String queue) {
        var found = artemis.getActiveMQServer().locateQueue(SimpleString.of(queue));
        return found == null ? 0 : found.getMessageCount();
    }

    /** How many consumers a queue has; 0 when it does not exist yet. */
    public int consumers(String queue) {
        var found = artemis.getActiveMQServer().locateQueue(SimpleString.of(queue));
        return found == null ? 0 : found.getConsumerCount();
    }

    String uri() {
        return uri;
    }

    @Override
    public void close() {
        try {
            artemis.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not stop", e);
        }
    }

    private Configuration configuration(Path folder) {
        var configuration = new ConfigurationImpl()
                .setName("tearline")
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setJournalDirectory(folder.resolve("journal").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                // ASYNCIO needs a native library, and where it is missing the broker takes NIO without a word.
                .setJournalType(JournalType.NIO)
                // The default of 3.3 ms is what a lone send would wait; 0 would cost the grouping of many.
                .setJournalBufferTimeout_NIO(300_000)
                // Tokens are a hundred bytes: small files make the first start fast.
                .setJournalFileSize(2 << 20)
                // A folder in use by another gateway is a mistake to report, not something to wait for.
                .setJournalLockAcquisitionTimeout(2_000)
                .setPersistIDCache(true)
                // The store decides what a full disk means; a broker that blocks its senders would freeze the relay.
                .setMaxDiskUsage(-1)
                // Nobody reaches it from outside this process.
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setGracefulShutdownEnabled(false);
        // HALT, the default, would end our process.
        configuration.setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG);
        try {
            configuration.addAcceptorConfiguration("vm", uri);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        for (String queue : new String[] {Queues.ACCEPTED, Queues.DEAD, Queues.EXPIRED}) {
            configuration.addAddressConfiguration(new CoreAddressConfiguration().setName(queue)
                    .addRoutingType(RoutingType.ANYCAST)
                    .addQueueConfiguration(QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST)));
        }
        configuration.setAddressSettings(Map.of(
                "#", everywhere().setIDCacheSize(ACCEPTED_IDS),
                Queues.delivery("#"), everywhere().setAutoCreateAddresses(true).setAutoCreateQueues(true)
                        // Twice what the relay lets wait for one partner, and a thousand partners have one each.
                        .setIDCacheSize(2 * UnderWay.WINDOW)));
        return configuration;
    }

    private static AddressSettings everywhere() {
        return new AddressSettings()
                .setAutoCreateAddresses(false).setAutoCreateQueues(false)
                .setAutoDeleteAddresses(false).setAutoDeleteQueues(false)
                // The crash path only: a consumer went away before its commit. Waiting for a partner is the store's "due".
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(1_000).setRedeliveryMultiplier(2).setMaxRedeliveryDelay(900_000)
                .setRedeliveryCollisionAvoidanceFactor(0.15)
                // Without these two a token could vanish.
                .setDeadLetterAddress(SimpleString.of(Queues.DEAD))
                .setExpiryAddress(SimpleString.of(Queues.EXPIRED))
                // BLOCK would freeze the relay, and with it everybody.
                .setMaxSizeBytes(64L << 20).setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    }
}
