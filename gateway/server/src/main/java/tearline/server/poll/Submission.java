package tearline.server.poll;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.engine.Refusal;
import tearline.engine.config.Partner;
import tearline.server.door.Arrival;
import tearline.server.intake.IntakeRoute;
import tearline.server.intake.Refusals;
import tearline.server.store.StoreUnavailable;

/** Hands an alert that was fetched to the one intake, as if its partner had brought it. */
final class Submission {

    /** Nothing can be kept now: all of it is offered again. */
    static final class NotNow extends Exception {}

    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);
    private final ProducerTemplate intake;
    private final Refusals refusals;
    private final Clock clock;

    Submission(CamelContext camel, Refusals refusals, Clock clock) {
        this.intake = camel.createProducerTemplate();
        this.refusals = refusals;
        this.clock = clock;
    }

    /** The code of the refusal, or nothing where the alert is durable. Throws where this one met a fault of ours: the next may not. */
    Optional<String> offer(Partner partner, String mediaType, byte[] bytes) throws NotNow, IOException {
        var arrival = new Arrival("poll", partner, mediaType, bytes, clock.instant(), false);
        var exchange = intake.send(IntakeRoute.INTAKE, one -> one.getMessage().setBody(arrival));
        if (exchange.getException() == null) return Optional.empty();
        if (exchange.getException() instanceof StoreUnavailable) throw new NotNow();
        if (!(exchange.getException() instanceof Refusal refusal)) {
            LOG.error("an alert of a feed of {} could not be taken: {}", partner.name(), exchange.getException().getClass().getName());
            throw new IOException("a fault of ours");
        }
        refusals.refuse(refusal, arrival);
        return Optional.of(refusal.code().id());
    }
}
