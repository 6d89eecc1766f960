package tearline.server.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The truth: messages, parts, verdicts, deliveries, feeds and the journal, in one SQL database. Whatever returns a future
 * completes after the fsync of the group that holds it, never on the writer's thread.
 */
public final class Store implements AutoCloseable {

    private Store() {}

    public static Store open(Path folder, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /** Completes exceptionally with {@link StoreUnavailable} when the disk is full or the writer is behind. */
    public CompletableFuture<Acceptance> accept(NewMessage message) {
        throw new UnsupportedOperationException();
    }

    public Optional<StoredMessage> find(String messageId) {
        throw new UnsupportedOperationException();
    }

    public List<StoredPart> parts(String messageId) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Void> journal(JournalEntry entry) {
        throw new UnsupportedOperationException();
    }

    /** Overwrites a message's bytes and its products; false while a part or a delivery of it is still under way. */
    public CompletableFuture<Boolean> purge(String messageId) {
        throw new UnsupportedOperationException();
    }

    public List<Work> dueWork(Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<Work> work(String messageId, int part) {
        throw new UnsupportedOperationException();
    }

    public void markSent(List<Long> workIds) {
        throw new UnsupportedOperationException();
    }

    /** At start-up: what was handed to the broker may be lost with it, so all of it is due again. */
    public void resetSent() {
        throw new UnsupportedOperationException();
    }

    /** Whether the part needs no exchange: it has its verdicts, or it is parked. */
    public boolean isFinished(String messageId, int part) {
        throw new UnsupportedOperationException();
    }

    /** All of one part's outcome in one transaction; a second finish of the same part changes nothing. */
    public CompletableFuture<Void> finish(Exchanged exchanged) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Void> postpone(Work work, Instant due, String why) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Void> park(Work work, String why) {
        throw new UnsupportedOperationException();
    }

    /** What may be attempted now, most urgent first; nothing of a held partner. */
    public List<Delivery> dueDeliveries(Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    public Map<String, Long> dueByPartner(Instant now) {
        throw new UnsupportedOperationException();
    }

    public List<Delivery> dueOf(String partner, Instant now, int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<Delivery> delivery(long id) {
        throw new UnsupportedOperationException();
    }

    public List<Delivery> deliveries(String messageId) {
        throw new UnsupportedOperationException();
    }

    public byte[] product(String digest) {
        throw new UnsupportedOperationException();
    }

    /** The evidence is a status code or a file name, never a body. */
    public CompletableFuture<Void> delivered(long id, String evidence) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Void> retryAt(long id, Instant due, String why) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Void> dead(long id, String why) {
        throw new UnsupportedOperationException();
    }

    /** Pending deliveries past their expiry become expired; how many. */
    public CompletableFuture<Integer> expireDue(Instant now) {
        throw new UnsupportedOperationException();
    }

    /** Pending deliveries of this part under this agreement give way to a newer message; how many. */
    public CompletableFuture<Integer> supersede(String messageId, int part, String agreement, String byMessageId) {
        throw new UnsupportedOperationException();
    }

    public void hold(String partner) {
        throw new UnsupportedOperationException();
    }

    public void release(String partner) {
        throw new UnsupportedOperationException();
    }

    public Set<String> held() {
        throw new UnsupportedOperationException();
    }

    /** Redelivers with the same idempotency keys, and takes parked parts up again; how many of both. */
    public CompletableFuture<Integer> replay(String messageId, Optional<String> partner) {
        throw new UnsupportedOperationException();
    }

    public List<FeedEntry> feed(String feed, String partner, long afterSequence, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The newest entry of that id in the partner's view. */
    public Optional<FeedEntry> feedEntry(String feed, String partner, String entryId) {
        throw new UnsupportedOperationException();
    }

    /** The partner's last sequence in this feed, 0 when there is none. */
    public long feedHead(String feed, String partner) {
        throw new UnsupportedOperationException();
    }

    /** Remembers which entries a partner pulled. */
    public CompletableFuture<Void> logDissemination(String feed, String partner, List<Long> sequences) {
        throw new UnsupportedOperationException();
    }

    public List<Verdict> verdicts(String messageId) {
        throw new UnsupportedOperationException();
    }

    public Ledger ledger() {
        throw new UnsupportedOperationException();
    }

    public List<Attention> attention() {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Void> settle(long attentionId) {
        throw new UnsupportedOperationException();
    }

    public Stream<JournalRow> journalRows() {
        throw new UnsupportedOperationException();
    }

    public JournalCheck verifyJournal() {
        throw new UnsupportedOperationException();
    }

    /** A consistent copy of the running database; the file must not exist. */
    public void backup(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
