package tearline.server.intake;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.engine.exchange.Exchange;
import tearline.engine.exchange.OwnVersions;
import tearline.engine.house.House;
import tearline.engine.mark.Incoming;
import tearline.server.store.Ids;
import tearline.server.store.NewMessage;
import tearline.server.store.Outcome;
import tearline.server.store.Store;
import tearline.server.store.StoredDocument;

/**
 * Removes messages from here, and has those told who were pushed a copy (28 CFR 23.20(h)): a message without content comes in that
 * ends the record, and goes the road of every purge. Readers of feeds find tombstones at once.
 */
public final class Purging {

    private static final Logger LOG = LoggerFactory.getLogger(Purging.class);
    private final OwnVersions versions;
    private final OwnMessages messages;
    private final Exchange exchange;
    private final Store store;
    private final BiFunction<String, Integer, Optional<Incoming>> parts;
    private final Consumer<String> afterPurge;
    private final Runnable accepted;
    private final Clock clock;

    /** Parts are read by message and index; afterPurge hears which message is gone, accepted that something is due. */
    public Purging(House house, OwnVersions versions, Exchange exchange, Store store, BiFunction<String, Integer, Optional<Incoming>> parts, Consumer<String> afterPurge, Runnable accepted, Clock clock) {
        this.versions = versions;
        this.messages = new OwnMessages(house, exchange);
        this.exchange = exchange;
        this.store = store;
        this.parts = parts;
        this.afterPurge = afterPurge;
        this.accepted = accepted;
        this.clock = clock;
    }

    /** How many there were to remove. */
    public int purge(List<String> ids, String reason) {
        int purged = store.purge(ids, reason, ends(ids)).join();
        ids.forEach(afterPurge);
        accepted.run();
        return purged;
    }

    /** Made before the purge: afterwards nobody knows whose record it was. */
    private List<NewMessage> ends(List<String> ids) {
        var records = new LinkedHashSet<List<StoredDocument>>();
        for (var id : ids) {
            for (var part : store.parts(id)) store.document(id, part.index()).ifPresent(one -> records.add(store.documents(one.kind(), one.sender(), one.id())));
        }
        var ends = new ArrayList<NewMessage>();
        for (var record : records) if (isToBeTold(record, ids)) end(record).ifPresent(ends::add);
        return ends;
    }

    /** Nothing of it remains here, nothing has ended it or taken its place, and somebody was pushed a copy. */
    private boolean isToBeTold(List<StoredDocument> record, List<String> ids) {
        boolean remains = record.stream().anyMatch(one -> !ids.contains(one.messageId()) && isThere(one));
        return !remains && record.stream().allMatch(this::stands) && record.stream().anyMatch(this::wasPushed);
    }

    private boolean isThere(StoredDocument one) {
        return store.find(one.messageId()).flatMap(found -> found.bytes()).isPresent();
    }

    private boolean stands(StoredDocument one) {
        boolean over = one.life().expires().filter(at -> !at.isAfter(clock.instant())).isPresent();
        return !over && !one.life().type().equals("Cancel") && store.speakingOf(one.kind(), one.sender(), one.id()).stream()
                .noneMatch(other -> other.sender().equals(one.sender()) && !other.id().equals(one.id()) && List.of("Update", "Cancel").contains(other.life().type()));
    }

    private boolean wasPushed(StoredDocument one) {
        return store.deliveries(one.messageId()).stream().anyMatch(delivery -> delivery.state() == Outcome.DELIVERED || delivery.attempts() > 0);
    }

    private Optional<NewMessage> end(List<StoredDocument> record) {
        var newest = record.stream().max(Comparator.comparingLong((StoredDocument one) -> one.life().sequence()).thenComparingLong(StoredDocument::order)).orElseThrow();
        var incoming = parts.apply(newest.messageId(), newest.part());
        if (incoming.isEmpty()) return Optional.empty();
        var source = exchange.mark(incoming.get());
        var version = versions.end(source, Ids.make("tl", clock.instant()), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var end = version.stop().isPresent() ? Optional.<NewMessage>empty() : messages.of(NewMessage.ENDED, source, version, clock.instant());
        if (end.isEmpty()) LOG.warn("who holds {} is not told of its purge: {}", newest.key(), version.stop().orElse("it would be more real than the record"));
        return end;
    }
}
