package tearline.engine.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A feed of a partner that is fetched again and again.
 *
 * @param uri    where it is: https, or http on this machine
 * @param every  between two looks
 * @param hosts  NAME or NAME:PORT of the other hosts that may be asked
 * @param most   most linked alerts fetched at one look
 * @param secret the token shown to the feed's own host
 */
public record Poll(URI uri, Duration every, Set<String> hosts, int most, Optional<Secret> secret) {

    public Poll { hosts = Set.copyOf(hosts); }
}
