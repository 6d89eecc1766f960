package tearline.server.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.engine.Digests;
import tearline.engine.config.Configuration;
import tearline.engine.config.Door;
import tearline.engine.exchange.Decision;
import tearline.engine.exchange.Exchange;
import tearline.engine.house.House;
import tearline.engine.mark.Incoming;
import tearline.engine.mark.Marked;
import tearline.engine.message.Limits;
import tearline.engine.plan.Plan;
import tearline.engine.render.Rendered;
import tearline.engine.standard.Instants;
import tearline.server.queue.Token;
import tearline.server.store.Decided;
import tearline.server.store.Exchanged;
import tearline.server.store.NewDelivery;
import tearline.server.store.NewFeedEntry;
import tearline.server.store.Outcome;
import tearline.server.store.Store;

/** Between the exchange and the store: loads a part by its token, and commits what was decided about it. */
public final class Parts {

    static final String TOKEN = "token";
    /** JMS priorities; an alert that says Extreme goes before everything (CAP 1.2 §3.2.2). */
    private static final int URGENT = 9;
    private static final int ORDINARY = 4;
    private static final int ATTEMPTS = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final House house;
    private final Configuration configuration;
    private final Exchange exchange;
    private final Store store;
    private final Clock clock;
    private final Holders holders;
    private final Runnable due;
    private final Consumer<Exchange.Outcome> told;
    private final JsonMapper json = JsonMapper.builder().build();

    /** Due is run when deliveries wait; told hears what was decided, once it is durable. */
    public Parts(House house, Configuration configuration, Exchange exchange, Store store, Clock clock, Runnable due, Consumer<Exchange.Outcome> told) {
        this.house = house;
        this.configuration = configuration;
        this.exchange = exchange;
        this.store = store;
        this.holders = new Holders(store);
        this.clock = clock;
        this.due = due;
        this.told = told;
    }

    /** Nothing where it is finished already, or purged. */
    public Incoming load(String text) {
        var token = Token.parse(text);
        return store.isFinished(token.messageId(), token.part()) ? null : find(token.messageId(), token.part()).orElse(null);
    }

    /** The part as it was accepted, for whoever must look at it again. */
    public Optional<Incoming> find(String messageId, int part) {
        return store.find(messageId).flatMap(stored -> {
            var sender = configuration.getPartner(stored.partner());
            boolean strict = sender.sends().map(sends -> sends.strict()).orElse(true);
            return stored.bytes().map(bytes -> {
                var message = house.reader(!strict, Limits.ACCEPTED).read(bytes);
                return Incoming.of(messageId, message, message.parts().get(part), sender);
            });
        });
    }

    public Plan plan(Marked marked) {
        return exchange.plan(marked, holders.of(marked.record().header()), clock.instant());
    }

    /** One transaction: a verdict for each covered agreement, its deliveries and feed entries, and the journal. */
    public void commit(@Body Object rendered, @ExchangeProperty(ExchangeRoute.PLAN) Plan plan) {
        // Where no agreement covers the part there was nothing to split, and the body is still the plan.
        var outcome = exchange.decide(plan, rendered instanceof List<?> list ? list.stream().map(Rendered.class::cast).toList() : List.of());
        var incoming = plan.marked().incoming();
        var decided = outcome.decided().stream().map(one -> decided(plan.marked(), one)).toList();
        store.finish(new Exchanged(incoming.messageId(), incoming.part().index(), decided)).join();
        due.run();
        told.accept(outcome);
    }

    /** Ours to mend: try again later, and after some attempts leave it to an operator. */
    public void postpone(@ExchangeProperty(TOKEN) String text, @ExchangeProperty(org.apache.camel.Exchange.EXCEPTION_CAUGHT) Exception fault) {
        var token = Token.parse(text);
        // The class only: a message of a library may quote what it read.
        LOG.error("exchange of {} failed: {}", text, fault.getClass().getName(), fault instanceof IllegalStateException ? fault : null);
        store.work(token.messageId(), token.part()).ifPresent(work -> {
            var why = fault.getClass().getSimpleName();
            if (work.attempts() + 1 >= ATTEMPTS) store.park(work, why).join();
            else store.postpone(work, clock.instant().plus(Duration.ofSeconds(5L << work.attempts())), why).join();
        });
    }

    private Decided decided(Marked marked, Exchange.Decided one) {
        var deliveries = new ArrayList<NewDelivery>();
        var entries = new ArrayList<NewFeedEntry>();
        var next = new HashMap<String, Integer>();
        if (one.decision().outcome().equals("pending")) {
            for (var product : one.decision().products()) {
                var bytes = one.bytes().get(product.door()).get(next.merge(product.door(), 1, Integer::sum) - 1);
                var door = one.agreement().doors().get(product.door());
                if (door instanceof Door.Feed feed) entries.add(entry(marked, one, product, feed, bytes));
                else deliveries.add(delivery(marked, one, product, door, bytes));
            }
        }
        var outcome = !deliveries.isEmpty() ? Outcome.PENDING : !entries.isEmpty() ? Outcome.DELIVERED : Outcome.of(one.decision().outcome());
        return new Decided(one.agreement().id(), Integer.toString(one.agreement().version()), one.agreement().partner(), outcome, text(one.decision()), deliveries, entries);
    }

    /** The idempotency key is the same for every attempt and every replay of one product. */
    private NewDelivery delivery(Marked marked, Exchange.Decided one, Decision.ProductMade product, Door door, byte[] bytes) {
        var incoming = marked.incoming();
        var key = Digests.sha256((incoming.messageId() + "/" + incoming.part().index() + "/" + one.agreement().id() + "/" + product.door() + "/" + product.format()).getBytes(java.nio.charset.StandardCharsets.UTF_8)).substring(0, 40);
        return new NewDelivery(product.door(), door instanceof Door.Http ? "http" : "folder", product.format(), product.mediaType(), product.fileName(), bytes, key,
                clock.instant(), expires(marked), priority(marked));
    }

    private NewFeedEntry entry(Marked marked, Exchange.Decided one, Decision.ProductMade product, Door.Feed feed, byte[] bytes) {
        var id = Digests.sha256((named(marked, one.decision()) + "/" + product.format()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var uuid = id.substring(0, 8) + "-" + id.substring(8, 12) + "-8" + id.substring(13, 16) + "-a" + id.substring(17, 20) + "-" + id.substring(20, 32);
        var title = Titles.of(marked, one.decision());
        return new NewFeedEntry(feed.name(), "urn:uuid:" + uuid, clock.instant(), title, one.decision().banner(), product.format(), product.mediaType(), bytes, expires(marked));
    }

    /** Our own identifiers are unlike any other; what went whole bears its sender's, which others may use too (CAP 1.2 §3.2.1). */
    private static String named(Marked marked, Decision decision) {
        var header = marked.record().header();
        return decision.documentId().equals(header.getId()) ? header.getSender() + "/" + header.getId() : decision.documentId();
    }

    private static Optional<Instant> expires(Marked marked) {
        return Optional.ofNullable(marked.record().header().getExpires()).flatMap(Instants::parse);
    }

    private static int priority(Marked marked) {
        boolean extreme = marked.labels().entrySet().stream().anyMatch(one -> one.getKey().getNodeName().getLocalName().equals("severity") && one.getKey().getStringValue().equals("Extreme"));
        return extreme ? URGENT : ORDINARY;
    }

    private String text(Decision decision) {
        try {
            return json.writeValueAsString(decision);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
