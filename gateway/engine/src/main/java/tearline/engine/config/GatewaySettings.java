package tearline.engine.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What gateway.xml says.
 *
 * @param name          what the gateway calls itself in logs, metrics and the console
 * @param sender        the sender that products of our own making name
 * @param http          where it listens
 * @param store         folder of messages, verdicts and journal, absolute; need not exist yet
 * @param limits        what is refused for its size alone
 * @param identifierKey the key from which identifiers of redacted products are derived
 * @param signingKey    the keystore of the key that signs products, where there is one
 * @param delivery      how patient a delivery is
 * @param feeds         how feeds are pulled
 * @param retention     how long records are kept, the five years among them
 * @param operators     how an operator proves it over HTTP, any one of them; none: nobody does
 */
public record GatewaySettings(String name, String sender, Http http, Path store, Limits limits, Secret identifierKey, Optional<Tls> signingKey, Delivery delivery, Feeds feeds,
                              List<RetentionRule> retention, List<Credential> operators) {

    public GatewaySettings {
        retention = List.copyOf(retention);
        operators = List.copyOf(operators);
    }


    /**
     * @param host address or name to listen on; this machine only, where there is no tls
     * @param port TCP port; 0 takes any free one
     * @param tls  certificate and key, where connections are encrypted
     * @param publicUri how others reach the gateway, where that is not host and port; without a slash at its end
     */
    public record Http(String host, int port, Optional<Tls> tls, Optional<String> publicUri) { }

    /**
     * @param keystore a PKCS#12 keystore, absolute
     * @param password its password
     */
    public record Tls(Path keystore, Secret password) { }

    /**
     * @param messageBytes    longest message, in bytes, unpacked
     * @param depth           deepest nesting of elements
     * @param partsPerMessage most payloads in one envelope
     */
    public record Limits(int messageBytes, int depth, int partsPerMessage) { }

    /**
     * @param connect            wait for a connection, whole seconds
     * @param request            wait for an answer, whole seconds
     * @param inFlightPerPartner most deliveries under way to one partner at a time
     * @param attempts           attempts before a delivery is parked for an operator
     * @param firstDelay         wait before the second attempt, doubled each time
     * @param longestDelay       longest wait between two attempts
     */
    public record Delivery(Duration connect, Duration request, int inFlightPerPartner, int attempts, Duration firstDelay, Duration longestDelay) { }

    /**
     * @param minimumPoll who asks again sooner and would get nothing new is told to wait; zero: never
     * @param tombstones  for how long readers are told what was taken out
     */
    public record Feeds(Duration minimumPoll, Duration tombstones) { }
}
