package tearline.server.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tearline.engine.exchange.Exchange;
import tearline.engine.exchange.OwnVersions;
import tearline.engine.house.House;
import tearline.engine.mark.Incoming;
import tearline.engine.standard.Instants;
import tearline.server.store.NewMessage;
import tearline.server.store.Store;
import tearline.server.store.StoredDocument;

/**
 * Takes out of a report, for good, whatever identifies a person. What is left comes in as the report's next version and goes the
 * road of every update; with its verdicts all earlier versions are purged.
 */
public final class Stripping {

    /**
     * @param by       the message that is left
     * @param finished its holders have been decided about, and nothing is left of the earlier versions
     * @param why      it was not done
     */
    public record Result(Optional<String> by, boolean finished, Optional<String> why) {

        static Result not(String why) {
            return new Result(Optional.empty(), false, Optional.of(why));
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final OwnVersions versions;
    private final OwnMessages messages;
    private final Exchange exchange;
    private final Store store;
    private final BiFunction<String, Integer, Optional<Incoming>> parts;
    private final Runnable accepted;
    private final Clock clock;

    /** Parts are read by message and index; accepted is told that something is due. */
    public Stripping(House house, OwnVersions versions, Exchange exchange, Store store, BiFunction<String, Integer, Optional<Incoming>> parts, Runnable accepted, Clock clock) {
        this.versions = versions;
        this.messages = new OwnMessages(house, exchange);
        this.exchange = exchange;
        this.store = store;
        this.parts = parts;
        this.accepted = accepted;
        this.clock = clock;
    }

    /** The record that the messages belong to. */
    public synchronized Result strip(List<String> named, String reason) {
        var records = new LinkedHashSet<List<String>>();
        for (var message : named) {
            for (var part : store.parts(message)) store.document(message, part.index()).ifPresent(one -> records.add(List.of(one.kind(), one.sender(), one.id())));
        }
        if (records.size() != 1) return Result.not("The message holds several records: purge it, or name one whose messages hold nothing else.");
        var record = records.iterator().next();
        if (!record.get(0).equals("sar")) return Result.not("Only a suspicious activity report has privacy to strip.");
        return stripRecord(store.documents(record.get(0), record.get(1), record.get(2)), reason);
    }

    private Result stripRecord(List<StoredDocument> versionsOfIt, String reason) {
        if (versionsOfIt.stream().anyMatch(one -> one.life().type().equals("Cancel"))) return Result.not("The record was purged.");
        if (versionsOfIt.stream().anyMatch(one -> store.isHeld(one.messageId()))) return Result.not("The record is held. Free it first: tearline retention free ID --reason REASON.");
        if (versionsOfIt.stream().anyMatch(one -> store.parts(one.messageId()).size() > 1)) return Result.not("A message of it holds other records too: purge that one first, or the whole.");
        var newest = versionsOfIt.stream().max(Comparator.comparingLong((StoredDocument one) -> one.life().sequence()).thenComparingLong(StoredDocument::order)).orElseThrow();
        if (newest.isStripped()) return new Result(Optional.of(newest.messageId()), isFinished(newest.messageId(), versionsOfIt), Optional.empty());
        var incoming = parts.apply(newest.messageId(), newest.part());
        if (incoming.isEmpty()) return Result.not("Nothing of it is left.");
        var source = exchange.mark(incoming.get());
        var version = versions.withoutPrivacy(source, later(newest.life().sent()));
        if (version.stop().isPresent()) return Result.not("It cannot be stripped: " + version.stop().get() + ". Purge it.");
        var stripped = messages.of(NewMessage.STRIPPED, source, version, clock.instant());
        if (stripped.isEmpty()) return Result.not("It cannot be stripped: its envelope says of it what it cannot say of itself. Purge it.");
        var id = stripped.get().id();
        if (!store.strip(stripped.get(), newest.messageId(), reason).join().accepted()) return Result.not("A newer version has come in meanwhile. Say it again.");
        accepted.run();
        return new Result(Optional.of(id), comesThrough(id, versionsOfIt), Optional.empty());
    }

    /** After whatever its sender said last. */
    private Instant later(String sent) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return Instants.parse(sent).map(last -> last.plusSeconds(1)).filter(now::isBefore).orElse(now);
    }

    private boolean comesThrough(String stripped, List<StoredDocument> earlier) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!isFinished(stripped, earlier) && System.nanoTime() < end) Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return isFinished(stripped, earlier);
    }

    private boolean isFinished(String stripped, List<StoredDocument> earlier) {
        return store.isFinished(stripped, 0) && earlier.stream().filter(one -> !one.messageId().equals(stripped)).allMatch(one -> store.find(one.messageId()).flatMap(found -> found.bytes()).isEmpty());
    }
}
