package tearline.server.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.common.Kind;
import tearline.common.MessageType;
import tearline.engine.Digests;
import tearline.engine.Finding;
import tearline.engine.config.Configuration;
import tearline.engine.config.Door;
import tearline.engine.exchange.Decision;
import tearline.engine.exchange.Exchange;
import tearline.engine.house.House;
import tearline.engine.mark.Incoming;
import tearline.engine.mark.Marked;
import tearline.engine.message.Limits;
import tearline.engine.message.Withdrawal;
import tearline.engine.plan.Plan;
import tearline.engine.render.Cover;
import tearline.engine.render.Rendered;
import tearline.engine.standard.Instants;
import tearline.server.intake.Withdrawals;
import tearline.server.queue.Token;
import tearline.server.store.Decided;
import tearline.server.store.Exchanged;
import tearline.server.store.HeldChanged;
import tearline.server.store.JournalEntry;
import tearline.server.store.NewCopy;
import tearline.server.store.NewDelivery;
import tearline.server.store.NewFeedEntry;
import tearline.server.store.NewMessage;
import tearline.server.store.NewTombstone;
import tearline.server.store.Outcome;
import tearline.server.store.PartName;
import tearline.server.store.Store;
import tearline.server.store.StoredDocument;

/** Between the exchange and the store: loads a part by its token, and commits what was decided about it. */
public final class Parts {

    static final String TOKEN = "token";
    /** JMS priorities; an alert that says Extreme goes before everything (CAP 1.2 §3.2.2). */
    private static final int URGENT = 9;
    private static final int ORDINARY = 4;
    private static final int ATTEMPTS = 8;
    /** Until an earlier message is looked for again; its end wakes whoever waits sooner. */
    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final String SPOOFED = "it names a message of another sender as its own to update or cancel; that message was left as it is";
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final House house;
    private final Configuration configuration;
    private final Exchange exchange;
    private final Store store;
    private final Clock clock;
    private final Chains chains;
    private final Withdrawals withdrawals;
    private final Runnable due;
    private final Consumer<Exchange.Outcome> told;
    private final Consumer<String> afterPurge;
    private final JsonMapper json = JsonMapper.builder().build();

    /** Due is run when deliveries wait; told hears what was decided, once it is durable, and afterPurge which message is gone. */
    public Parts(House house, Configuration configuration, Exchange exchange, Store store, Clock clock, Runnable due, Consumer<Exchange.Outcome> told, Consumer<String> afterPurge) {
        this.afterPurge = afterPurge;
        this.house = house;
        this.configuration = configuration;
        this.exchange = exchange;
        this.store = store;
        this.chains = new Chains(store, configuration.gateway().sender());
        this.withdrawals = new Withdrawals(house.standards(), store);
        this.clock = clock;
        this.due = due;
        this.told = told;
    }

    /** Nothing where it is finished already, or purged, or where an earlier message of its chain comes first. */
    public Incoming load(String text) {
        var token = Token.parse(text);
        if (chains.waits(token.messageId(), token.part())) {
            store.defer(token.messageId(), token.part(), clock.instant().plus(MOMENT)).join();
            return null;
        }
        return store.isFinished(token.messageId(), token.part()) ? null : find(token.messageId(), token.part()).orElse(null);
    }

    /** The part as it was accepted, for whoever must look at it again. */
    public Optional<Incoming> find(String messageId, int part) {
        return store.find(messageId).flatMap(stored -> {
            var sender = configuration.getPartner(stored.partner());
            boolean strict = sender.sends().map(sends -> sends.strict()).orElse(true);
            return stored.bytes().map(bytes -> {
                var message = house.reader(!strict, Limits.ACCEPTED).read(bytes);
                var one = Withdrawal.of(message).map(withdrawal -> withdrawals.part(withdrawal, messageId, part)).orElseGet(() -> message.parts().get(part));
                return Incoming.of(messageId, message, one, sender).kept(chains.madeHere(messageId, part), from(stored.door()))
                        .updating(one.isRecord() ? List.of() : withdrawals.updatedBy(message, one, messageId));
            });
        });
    }

    private static Incoming.From from(String door) {
        return switch (door) {
            case NewMessage.STRIPPED -> Incoming.From.STRIPPED;
            case NewMessage.ENDED -> Incoming.From.ENDED;
            default -> Incoming.From.SENDER;
        };
    }

    public Plan plan(Marked marked) {
        return exchange.plan(marked, chains.past(marked.incoming().messageId(), marked.incoming().part().index()), clock.instant());
    }

    /** What one agreement's feeds show of a part today, whatever they showed before; nothing where it gives none, or it no longer stands. */
    Optional<Decided> show(PartName part, String agreement) {
        return find(part.messageId(), part.part()).flatMap(incoming -> {
            var plan = exchange.plan(exchange.mark(incoming), chains.standing(part.messageId(), part.part()), clock.instant());
            var views = plan.views().stream().filter(group -> group.entries().stream().anyMatch(entry -> entry.agreement().id().equals(agreement)));
            var outcome = exchange.decide(plan, views.map(group -> exchange.verify(exchange.render(exchange.release(group)))).toList());
            var aftermath = new Aftermath(plan, outcome);
            return outcome.decided().stream().filter(one -> one.agreement().id().equals(agreement)).findFirst().map(one -> decided(plan, one, aftermath.copy(one)));
        });
    }

    /** One transaction: a verdict for each covered agreement, its deliveries and feed entries, and the journal. */
    public void commit(@Body Object rendered, @ExchangeProperty(ExchangeRoute.PLAN) Plan plan) {
        // Where no agreement covers the part there was nothing to split, and the body is still the plan.
        var outcome = exchange.decide(plan, rendered instanceof List<?> list ? list.stream().map(Rendered.class::cast).toList() : List.of());
        var incoming = plan.marked().incoming();
        var aftermath = new Aftermath(plan, outcome);
        var decided = outcome.decided().stream().map(one -> decided(plan, one, aftermath.copy(one))).toList();
        var notes = new ArrayList<String>();
        if (chains.isSpoofed(incoming.messageId(), incoming.part().index())) notes.add(SPOOFED);
        var purged = purged(plan.marked(), notes);
        try {
            store.finish(new Exchanged(incoming.messageId(), incoming.part().index(), decided, aftermath.givesWay(), aftermath.replaced(), notes, Stream.concat(emergencies(incoming, outcome).stream(), lacking(incoming, outcome).stream()).toList(), purged)).join();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof HeldChanged)) throw e;
            store.defer(incoming.messageId(), incoming.part().index(), clock.instant()).join();
            due.run();
            return;
        }
        purged.forEach(afterPurge);
        due.run();
        told.accept(outcome);
    }

    /** A record that its sender purges is purged here too, every message of it (SAR-06), and one that was stripped all before that; one that brought other records along is an operator's to judge. */
    private List<String> purged(Marked marked, List<String> notes) {
        var header = marked.record().header();
        var self = store.document(marked.incoming().messageId(), marked.incoming().part().index());
        boolean stripped = marked.incoming().from() == Incoming.From.STRIPPED;
        if (header.getKind() != Kind.SAR || !stripped && header.getType() != MessageType.CANCEL || marked.incoming().from() == Incoming.From.ENDED) return List.of();
        var parts = chains.ofTheSameRecord(marked.incoming().messageId(), marked.incoming().part().index()).stream()
                .filter(one -> !stripped || one.order() < self.get().order())
                .collect(Collectors.groupingBy(StoredDocument::messageId, Collectors.mapping(StoredDocument::part, Collectors.toSet())));
        return parts.entrySet().stream().filter(one -> {
            boolean alone = store.parts(one.getKey()).size() == one.getValue().size();
            if (!alone) notes.add("the purged record also came in " + one.getKey() + ", together with others: that message is for you to purge");
            return alone;
        }).map(Map.Entry::getKey).sorted().toList();
    }

    /** What left only because life or property was in danger stands in the journal by itself, and in the operator's list until somebody has answered for it. */
    private List<JournalEntry> emergencies(Incoming incoming, Exchange.Outcome outcome) {
        var entries = new ArrayList<JournalEntry>();
        for (var one : outcome.decided()) {
            if (!one.decision().outcome().equals("pending")) continue;
            one.decision().overlays().stream().filter(Decision.Overlaid::emergency).forEach(emergency -> entries.add(JournalEntry.of("emergency", incoming.messageId(),
                    text(Map.of("part", incoming.part().index(), "partner", one.agreement().partner(), "agreement", one.agreement().id(), "emergency", emergency.name(),
                            "incident", emergency.incident(), "danger", emergency.purpose(), "adds", emergency.adds(), "authorisedBy", emergency.authorisedBy(), "digest", emergency.digest())))
                    .withAttention("emergency release " + emergency.name() + " to " + one.agreement().partner() + ", authorised by " + emergency.authorisedBy() + ": to be answered for")));
        }
        return entries;
    }

    /** It leaves as agreed; whether it is aired there, as a profile asks, is for people to see to. */
    private List<JournalEntry> lacking(Incoming incoming, Exchange.Outcome outcome) {
        var entries = new ArrayList<JournalEntry>();
        for (var one : outcome.decided()) {
            if (!one.decision().outcome().equals("pending")) continue;
            for (var product : one.decision().products()) {
                var rules = product.lacking().stream().map(Finding::rule).distinct().sorted().toList();
                if (rules.isEmpty()) continue;
                entries.add(JournalEntry.of("profile", incoming.messageId(), text(Map.of("part", incoming.part().index(), "agreement", one.agreement().id(), "format", product.format(), "lacking", rules)))
                        .withAttention("the " + product.format() + " of " + incoming.messageId() + " for " + one.agreement().partner() + " lacks what its profile asks for: " + String.join(", ", rules) + "; explain says what it is"));
            }
        }
        return entries;
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

    private Decided decided(Plan plan, Exchange.Decided one, Optional<NewCopy> copy) {
        var marked = plan.marked();
        // What ends or changes something must arrive, however late (design §3.6).
        var expires = plan.past().of(one.agreement().id()).held().isEmpty() ? marked.deadline() : Optional.<Instant>empty();
        var deliveries = new ArrayList<NewDelivery>();
        var entries = new ArrayList<NewFeedEntry>();
        var tombstones = new ArrayList<NewTombstone>();
        var next = new HashMap<String, Integer>();
        if (one.decision().outcome().equals("pending")) {
            for (var product : one.decision().products()) {
                int number = next.merge(product.door(), 1, Integer::sum) - 1;
                var bytes = one.bytes().get(product.door()).get(number);
                var door = one.agreement().doors().get(product.door());
                if (door instanceof Door.Feed feed) {
                    // A feed shows what stands: what this takes the place of, or takes back, goes.
                    if (copy.isPresent()) plan.past().of(one.agreement().id()).held().forEach(held -> tombstones.add(new NewTombstone(feed.name(), entryId(named(held.sender(), held.documentId()), product.format()))));
                    if (!one.given().ends() || !one.given().bare()) entries.add(entry(marked, one, product, feed, bytes, one.covers().get(product.door()).get(number)));
                } else {
                    deliveries.add(delivery(marked, one, product, door, bytes, expires));
                }
            }
        }
        tombstones.removeIf(old -> entries.stream().anyMatch(entry -> entry.feed().equals(old.feed()) && entry.entryId().equals(old.entryId()))); // it stands there in its place
        var outcome = !deliveries.isEmpty() ? Outcome.PENDING : !entries.isEmpty() || !tombstones.isEmpty() ? Outcome.DELIVERED : Outcome.of(one.decision().outcome());
        return new Decided(one.agreement().id(), Integer.toString(one.agreement().version()), one.agreement().partner(), outcome, text(one.decision()), deliveries, entries, tombstones, copy);
    }

    /** The idempotency key is the same for every attempt and every replay of one product. */
    private NewDelivery delivery(Marked marked, Exchange.Decided one, Decision.ProductMade product, Door door, byte[] bytes, Optional<Instant> expires) {
        var incoming = marked.incoming();
        var key = Digests.sha256((incoming.messageId() + "/" + incoming.part().index() + "/" + one.agreement().id() + "/" + product.door() + "/" + product.format()).getBytes(java.nio.charset.StandardCharsets.UTF_8)).substring(0, 40);
        return new NewDelivery(product.door(), door instanceof Door.Http ? "http" : "folder", product.format(), product.mediaType(), product.fileName(), bytes, key,
                clock.instant(), expires, priority(marked));
    }

    private static String entryId(String name, String format) {
        var id = Digests.sha256((name + "/" + format).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "urn:uuid:" + id.substring(0, 8) + "-" + id.substring(8, 12) + "-8" + id.substring(13, 16) + "-a" + id.substring(17, 20) + "-" + id.substring(20, 32);
    }

    private NewFeedEntry entry(Marked marked, Exchange.Decided one, Decision.ProductMade product, Door.Feed feed, byte[] bytes, Cover cover) {
        return new NewFeedEntry(feed.name(), entryId(named(marked, one.decision()), product.format()), clock.instant(), cover.title(), one.decision().banner(), product.format(), product.mediaType(), bytes, expires(marked),
                product.form().equals("pointer"), cover.categories());
    }

    /** Our own identifiers are unlike any other; what went whole bears its sender's, which others may use too (CAP 1.2 §3.2.1). */
    private String named(Marked marked, Decision decision) {
        var header = marked.record().header();
        return named(decision.documentId().equals(header.getId()) ? header.getSender() : configuration.gateway().sender(), decision.documentId());
    }

    private String named(String sender, String documentId) {
        return sender.equals(configuration.gateway().sender()) ? documentId : sender + "/" + documentId;
    }

    private static Optional<Instant> expires(Marked marked) {
        return Optional.ofNullable(marked.record().header().getExpires()).flatMap(Instants::parse);
    }

    private static int priority(Marked marked) {
        boolean extreme = marked.labels().entrySet().stream().anyMatch(one -> one.getKey().getNodeName().getLocalName().equals("severity") && one.getKey().getStringValue().equals("Extreme"));
        return extreme ? URGENT : ORDINARY;
    }

    private String text(Object decision) {
        try {
            return json.writeValueAsString(decision);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
