package tearline.server.exchange;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;
import tearline.engine.exchange.Exchange;

/** Turns one accepted part into a verdict for each agreement that covers it. */
public final class ExchangeRoute extends RouteBuilder {

    static final String PLAN = "plan";
    private final Parts parts;
    private final Exchange exchange;
    private final Turns turns;

    public ExchangeRoute(Parts parts, Exchange exchange, Turns turns) {
        this.turns = turns;
        this.parts = parts;
        this.exchange = exchange;
    }

    @Override
    public void configure() {
        onException(Exception.class).handled(true)              // we are at fault: a later due time, or park for an operator
            .bean(parts, "postpone").id("postpone");

        from("jms:queue:accepted?concurrentConsumers=2").routeId("exchange")
            .removeHeaders("*")
            .process(turns).id("turn")                          // never beside a feed that is made anew
            .setProperty(Parts.TOKEN, body())
            .bean(parts, "load").id("load")                     // token to part, or nothing where it is already done
            .filter(body().isNotNull())
                .bean(exchange, "mark").id("mark")              // to the common model, and the label of every portion
                .bean(parts, "plan").id("plan")                 // one group for each view, with the agreements that share it
                .setProperty(PLAN, body())
                .split(simple("${body.views}"), new GroupedBodyAggregationStrategy())
                    .bean(exchange, "release").id("release")    // before render: a mapping cannot leak what it never sees
                    .bean(exchange, "render").id("render")      // one product for each format in this view
                    .bean(exchange, "verify").id("verify")      // what we made, read as its receiver will; fails closed
                .end()
                .bean(parts, "commit").id("commit")             // verdicts, due deliveries and journal: one transaction
            .end();
    }
}
