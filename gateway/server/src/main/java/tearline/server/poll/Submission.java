package tearline.server.poll;

import java.time.Clock;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import tearline.engine.Refusal;
import tearline.engine.config.Partner;
import tearline.server.door.Arrival;
import tearline.server.intake.IntakeRoute;
import tearline.server.intake.Refusals;

/** Hands an alert that was fetched to the one intake, as if its partner had brought it. */
final class Submission {

    /** The alert may be right: the trouble is ours, so it is offered again. */
    static final class NotNow extends Exception {}

    private final ProducerTemplate intake;
    private final Refusals refusals;
    private final Clock clock;

    Submission(CamelContext camel, Refusals refusals, Clock clock) {
        this.intake = camel.createProducerTemplate();
        this.refusals = refusals;
        this.clock = clock;
    }

    /** The code of the refusal, or nothing where the alert is durable. */
    Optional<String> offer(Partner partner, String mediaType, byte[] bytes) throws NotNow {
        var arrival = new Arrival("poll", partner, mediaType, bytes, clock.instant(), false);
        var exchange = intake.send(IntakeRoute.INTAKE, one -> one.getMessage().setBody(arrival));
        if (exchange.getException() == null) return Optional.empty();
        if (!(exchange.getException() instanceof Refusal refusal)) throw new NotNow();
        refusals.refuse(refusal, arrival);
        return Optional.of(refusal.code().id());
    }
}
