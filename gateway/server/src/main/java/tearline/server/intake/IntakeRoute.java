package tearline.server.intake;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.common.HttpMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.engine.Code;
import tearline.engine.Refusal;
import tearline.server.door.Arrival;
import tearline.server.store.StoreUnavailable;

/** From a door to a receipt. Whatever the door, the message takes this road, and the answer is the same. */
public final class IntakeRoute extends RouteBuilder {

    public static final String INTAKE = "direct:intake";
    private static final Logger LOG = LoggerFactory.getLogger(IntakeRoute.class);
    private static final String ARRIVAL = "arrival";
    private final Intake intake;
    private final Refusals refusals;

    public IntakeRoute(Intake intake, Refusals refusals) {
        this.intake = intake;
        this.refusals = refusals;
    }

    @Override
    public void configure() {
        onException(Refusal.class).handled(true)            // the message is at fault: tell its sender, never retry
            .process(this::refuse).id("refuse");
        onException(StoreUnavailable.class).handled(true)   // we are at fault, and nothing was kept
            .process(this::sendLater).id("send-later");

        onException(Exception.class).handled(true).logStackTrace(false).logExhausted(false)     // its words may quote the message
            .process(this::ourFault).id("our-fault");

        from("servlet:messages?httpMethodRestrict=POST").routeId("door-http")
            .process(IntakeRoute::arrived)
            .to(INTAKE)
            .process(IntakeRoute::answer);

        from(INTAKE).routeId("intake").errorHandler(noErrorHandler())   // each door tells its sender in its own way
            .setProperty(ARRIVAL, body())
            .bean(intake, "read").id("read")                // unwrap, recognise, check
            .bean(intake, "authorise").id("authorise")
            .bean(intake, "accept").id("accept");           // one SQL commit; its fsync is the receipt
    }

    /** Nothing of the outside goes on but what the filter put together: no header, no query. */
    private static void arrived(Exchange exchange) {
        var request = exchange.getMessage(HttpMessage.class).getRequest();
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(request.getAttribute(Arrival.ATTRIBUTE));
    }

    private static void answer(Exchange exchange) {
        var answer = exchange.getMessage().getBody(Answer.class);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, answer.mediaType());
        if (answer.retryAfter() > 0) exchange.getMessage().setHeader("Retry-After", answer.retryAfter());
        exchange.getMessage().setBody(answer.text() + "\n");
    }

    private void refuse(Exchange exchange) {
        var refusal = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Refusal.class);
        exchange.getMessage().setBody(refusals.refuse(refusal, exchange.getProperty(ARRIVAL, Arrival.class)));
        answer(exchange);
    }

    private void ourFault(Exchange exchange) {
        LOG.error("intake failed: {}", exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class).getClass().getName());
        exchange.getMessage().setBody(refusals.refuse(new Refusal(Code.OUR_FAULT), exchange.getProperty(ARRIVAL, Arrival.class)));
        answer(exchange);
    }

    private void sendLater(Exchange exchange) {
        var unavailable = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, StoreUnavailable.class);
        exchange.getMessage().setBody(refusals.cannotStore((int) Math.max(1, unavailable.retryAfter().toSeconds()), exchange.getProperty(ARRIVAL, Arrival.class).wantsXml()));
        answer(exchange);
    }
}
