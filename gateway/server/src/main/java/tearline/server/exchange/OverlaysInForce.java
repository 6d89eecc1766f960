package tearline.server.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tearline.engine.config.Agreement;
import tearline.engine.config.Configuration;
import tearline.engine.config.Overlay;
import tearline.server.store.Overlaid;
import tearline.server.store.Store;

/** Activations and emergencies by the clock: what of them holds now, and what in the feeds they let through and do not any more. */
final class OverlaysInForce {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Configuration configuration;
    private final Store store;
    private final Clock clock;
    private volatile Instant looked = Instant.MIN;

    OverlaysInForce(Configuration configuration, Store store, Clock clock) {
        this.configuration = configuration;
        this.store = store;
        this.clock = clock;
    }

    /** Whether one has ended since somebody last looked. */
    boolean haveEnded() {
        var now = clock.instant();
        var since = looked;
        return configuration.overlays().stream().anyMatch(one -> one.until().isAfter(since) && !one.until().isAfter(now));
    }

    /** What stands in feeds because of one that has ended, or is there no more, or was written anew. */
    List<Overlaid> over() {
        looked = clock.instant();
        return store.overlaid().stream().filter(one -> digests(one.decisionJson()).stream().anyMatch(digest -> !isInForce(digest))).toList();
    }

    /** Under what a view is made: the text of its agreement, and whatever else opens something for its partner now. */
    String policy(Agreement agreement) {
        var opens = configuration.overlays().stream().filter(one -> one.partners().contains(agreement.partner()) && holds(one)).map(Overlay::sha256).sorted().collect(Collectors.joining("+"));
        return agreement.sha256() + (opens.isEmpty() ? "" : "+" + opens);
    }

    /** Whether a view that was made under it shows nothing that does not hold: what has begun since then concerns only what comes. */
    boolean stands(String policy, Agreement agreement) {
        var made = policy.split("\\+");
        return made[0].equals(agreement.sha256()) && Arrays.stream(made).skip(1).allMatch(this::isInForce);
    }

    private boolean isInForce(String digest) {
        return configuration.overlays().stream().anyMatch(one -> one.sha256().equals(digest) && holds(one));
    }

    private boolean holds(Overlay one) {
        var now = clock.instant();
        return !now.isBefore(one.from()) && now.isBefore(one.until());
    }

    private static List<String> digests(String decision) {
        try {
            return JSON.readTree(decision).path("overlays").findValues("digest").stream().map(JsonNode::asText).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the store holds is no JSON", e);
        }
    }
}
