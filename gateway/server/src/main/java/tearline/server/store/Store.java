package tearline.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * The truth: messages, parts, verdicts, deliveries, feeds and the journal, in one SQL database. Whatever returns a future
 * completes after the fsync of the group that holds it, never on the writer's thread.
 */
public final class Store implements AutoCloseable {

    private final Database database;
    private final Writer writer;
    private final Readers readers;
    private final Attempts attempts = new Attempts();

    private Store(Database database, Clock clock) throws SQLException {
        this.database = database;
        this.writer = new Writer(database.writing(), clock);
        this.readers = new Readers(database);
    }

    public static Store open(Path folder, Clock clock) {
        try {
            return new Store(Database.open(folder), clock);
        } catch (SQLException e) {
            throw new StoreUnavailable("the store cannot be opened: " + e.getMessage(), Duration.ZERO, e);
        }
    }

    /** For the health check: false from a write that failed until one succeeds. */
    public boolean isWriting() {
        return !writer.isFailing();
    }

    /** Completes exceptionally with {@link StoreUnavailable} when the disk is full or the writer is behind. */
    public CompletableFuture<Acceptance> accept(NewMessage message) {
        return writer.offer(message.bytes().length, transaction -> Messages.accept(transaction, message));
    }

    public Optional<StoredMessage> find(String messageId) {
        return readers.read(session -> Messages.find(session, messageId));
    }

    public List<StoredPart> parts(String messageId) {
        return readers.read(session -> Messages.parts(session, messageId));
    }

    /** Every accepted part that belongs to an incident, the latest first. */
    public List<StoredPart> partsOfIncident(String incident) {
        return readers.read(session -> Incidents.parts(session, incident));
    }

    /** The part that holds an identity: what an Update or Cancel refers to. */
    public Optional<StoredPart> findByIdentity(String key) {
        return readers.read(session -> Messages.findByIdentity(session, key));
    }

    public CompletableFuture<Void> journal(JournalEntry entry) {
        return writer.submit(transaction -> Journal.append(transaction, entry));
    }

    /**
     * Overwrites a message's bytes and its products and leaves tombstones in feeds. What is still under way gives way: it is not
     * delivered. False where there was nothing left to purge. The reason is a code or a short sentence of an operator.
     */
    public CompletableFuture<Boolean> purge(String messageId, String reason) {
        return writer.submit(transaction -> Purges.purge(transaction, messageId, reason));
    }

    /** Purges several at once, and accepts what tells their holders of it; how many there were. */
    public CompletableFuture<Integer> purge(List<String> messageIds, String reason, List<NewMessage> ends) {
        return writer.submit(transaction -> Purges.purge(transaction, messageIds, reason, ends));
    }

    /** Accepts what is left of a report without its privacy; when that has been carried on, the earlier versions are purged. */
    public CompletableFuture<Acceptance> strip(NewMessage stripped, String of, String reason) {
        return writer.submit(transaction -> Purges.strip(transaction, stripped, of, reason));
    }

    /** Whether it may not be removed, whoever asks. */
    public boolean isHeld(String messageId) {
        return readers.read(session -> Retentions.isHeld(session, messageId));
    }

    /** Messages whose dates nobody has read yet, the oldest first. */
    public List<String> unreadForRetention(int limit) {
        return readers.read(session -> Retentions.unread(session, limit));
    }

    public List<Kept> kept() {
        return readers.read(Retentions::all);
    }

    /** What a message says of its own time; without a record where it is none that is counted. */
    public CompletableFuture<Void> rememberKept(Kept kept) {
        return writer.submit(transaction -> Retentions.remember(transaction, kept));
    }

    /** From now on nobody removes it. */
    public CompletableFuture<Void> holdMessage(String messageId, String reason) {
        return writer.submit(transaction -> Retentions.hold(transaction, messageId, Optional.of(reason), reason));
    }

    public CompletableFuture<Void> freeMessage(String messageId, String reason) {
        return writer.submit(transaction -> Retentions.hold(transaction, messageId, Optional.empty(), reason));
    }

    /** Somebody looked at it and keeps it: its time starts anew. */
    public CompletableFuture<Void> validate(String messageId, String reviewer, String reason) {
        return writer.submit(transaction -> Retentions.validate(transaction, messageId, reviewer, reason));
    }

    /** Tells the operator once that a date comes near. */
    public CompletableFuture<Void> noticeRetention(String messageId, int days, String text) {
        return writer.submit(transaction -> Retentions.notice(transaction, messageId, days, text));
    }

    /** The messages that a person may mean: by message id, by an identifier of the record, or by the id of a feed entry. */
    public List<String> messagesOf(String id) {
        return readers.read(session -> Accounts.messages(session, id));
    }

    /** Who received which form of a message, when and under which authority; it outlives the message. */
    public List<Disclosed> disclosures(String messageId) {
        return readers.readAtOnce(session -> Accounts.of(session, messageId));
    }

    /** Remembers on which authority an agreement rests, where that is new. */
    public CompletableFuture<Void> knowAuthority(String agreement, String version, String partner, String digest, String text) {
        return writer.submit(transaction -> Accounts.know(transaction, agreement, version, partner, digest, text));
    }

    public List<Work> dueWork(Instant now, int limit) {
        return readers.read(session -> Exchanges.due(session, now, limit));
    }

    public Optional<Work> work(String messageId, int part) {
        return readers.read(session -> Exchanges.find(session, messageId, part));
    }

    public void markSent(List<Long> workIds) {
        await(writer.submit(transaction -> Exchanges.markSent(transaction, workIds)));
    }

    /** At start-up: what was handed to the broker may be lost with it, so all of it is due again. */
    public void resetSent() {
        await(writer.submit(Exchanges::resetSent));
    }

    /** Whether the part needs no exchange: it has its verdicts, or it is parked. */
    public boolean isFinished(String messageId, int part) {
        return readers.read(session -> Exchanges.isFinished(session, messageId, part));
    }

    /** All of one part's outcome in one transaction; a second finish of the same part changes nothing. */
    public CompletableFuture<Void> finish(Exchanged exchanged) {
        Map<byte[], String> digests = Exchanges.digests(exchanged);
        var takenBack = new ArrayList<Long>();
        return writer.submit(transaction -> Exchanges.finish(transaction, exchanged, digests, attempts, takenBack)).whenComplete((done, failure) -> attempts.forget(takenBack));
    }

    public CompletableFuture<Void> postpone(Work work, Instant due, String why) {
        return writer.submit(transaction -> Exchanges.postpone(transaction, work, due, why));
    }

    /** Not before the earlier messages that it has to do with. */
    public CompletableFuture<Void> defer(String messageId, int part, Instant due) {
        return writer.submit(transaction -> Exchanges.defer(transaction, messageId, part, due));
    }

    public Optional<StoredDocument> document(String messageId, int part) {
        return readers.read(session -> Documents.find(session, messageId, part));
    }

    /** Every version of a document. */
    public List<StoredDocument> documents(String kind, String sender, String id) {
        return readers.read(session -> Documents.under(session, kind, sender, id));
    }

    /** Every accepted part that names a document, whoever sent it. */
    public List<StoredDocument> speakingOf(String kind, String sender, String id) {
        return readers.read(session -> Documents.speakingOf(session, kind, sender, id));
    }

    /** What a distribution of a partner carried, in order. */
    public List<StoredDocument> carried(String partner, String sender, String distribution) {
        return readers.read(session -> Documents.carried(session, partner, sender, distribution));
    }

    /** What each agreement was given of a part, and where that is. */
    public List<StoredCopy> copies(String messageId, int part) {
        return readers.read(session -> Copies.of(session, messageId, part, attempts));
    }

    public CompletableFuture<Void> park(Work work, String why) {
        return writer.submit(transaction -> Exchanges.park(transaction, work, why));
    }

    /** What may be attempted now, most urgent first; nothing of a held partner. */
    public List<Delivery> dueDeliveries(Instant now, int limit) {
        return readers.read(session -> Deliveries.due(session, now, limit));
    }

    public Map<String, Long> dueByPartner(Instant now) {
        return readers.read(session -> Deliveries.dueByPartner(session, now));
    }

    public List<Delivery> dueOf(String partner, Instant now, int limit) {
        return readers.read(session -> Deliveries.dueOf(session, partner, now, limit));
    }

    public Optional<Delivery> delivery(long id) {
        return readers.read(session -> Deliveries.find(session, id));
    }

    public List<Delivery> deliveries(String messageId) {
        return readers.read(session -> Deliveries.of(session, messageId));
    }

    public byte[] product(String digest) {
        return readers.read(session -> Deliveries.product(session, digest));
    }

    /** Before an attempt; false where a newer message has taken the delivery's place, or is about to: then {@link #yielded}. */
    public boolean begin(long id) {
        if (!attempts.begin(id)) {
            return false;
        }
        if (delivery(id).filter(delivery -> delivery.state() == Outcome.PENDING).isPresent()) {
            return true;
        }
        attempts.end(id);
        return false;
    }

    /** Complete when whoever takes its place is written, or was not: then it is due again. */
    public CompletableFuture<Void> yielded(long id) {
        return writer.submit(transaction -> Deliveries.dueAgain(transaction, id));
    }

    /** The evidence is a status code or a file name, never a body. */
    public CompletableFuture<Void> delivered(long id, String evidence) {
        return ended(id, writer.submit(transaction -> Deliveries.delivered(transaction, id, evidence)));
    }

    public CompletableFuture<Void> retryAt(long id, Instant due, String why) {
        return retryAt(id, due, why, false);
    }

    /** Doubtful: the attempt ended without an answer, and may have arrived. */
    public CompletableFuture<Void> retryAt(long id, Instant due, String why, boolean doubtful) {
        return ended(id, writer.submit(transaction -> Deliveries.retryAt(transaction, id, due, why, doubtful)));
    }

    public CompletableFuture<Void> dead(long id, String why) {
        return dead(id, why, false);
    }

    public CompletableFuture<Void> dead(long id, String why, boolean doubtful) {
        return ended(id, writer.submit(transaction -> Deliveries.dead(transaction, id, why, doubtful)));
    }

    /** Only when what came of it is durable has the attempt ended. */
    private CompletableFuture<Void> ended(long id, CompletableFuture<Void> written) {
        return written.whenComplete((done, failure) -> attempts.end(id));
    }

    /** Pending deliveries past their expiry become expired; how many. */
    public CompletableFuture<Integer> expireDue(Instant now) {
        return writer.submit(transaction -> Deliveries.expire(transaction, now));
    }

    /** Pending deliveries of this part under this agreement give way to a newer message; how many. */
    public CompletableFuture<Integer> supersede(String messageId, int part, String agreement, String byMessageId) {
        return writer.submit(transaction -> Deliveries.supersede(transaction, messageId, part, agreement, byMessageId));
    }

    public void hold(String partner) {
        await(writer.submit(transaction -> Operator.hold(transaction, partner)));
    }

    public void release(String partner) {
        await(writer.submit(transaction -> Operator.release(transaction, partner)));
    }

    public Set<String> held() {
        return readers.read(Operator::held);
    }

    /** Redelivers with the same idempotency keys, and takes parked parts up again; how many of both. */
    public CompletableFuture<Integer> replay(String messageId, Optional<String> partner) {
        return writer.submit(transaction -> Deliveries.replay(transaction, messageId, partner));
    }

    /** Digest of the agreement under which the partner's view of a feed was made. */
    public Optional<String> feedPolicy(String feed, String partner) {
        return readers.read(session -> FeedPolicies.find(session, feed, partner));
    }

    /** Every part that was decided under an agreement and is still there, the oldest first. */
    public List<PartName> partsUnder(String agreement) {
        return readers.read(session -> FeedPolicies.parts(session, agreement));
    }

    /** What stands in feeds and would not, or not like this, by its agreement alone. */
    public List<Overlaid> overlaid() {
        return readers.read(FeedPolicies::overlaid);
    }

    /** What stands of the part in the partner's feeds becomes this. */
    public CompletableFuture<Void> remake(Remade remade) {
        Map<byte[], String> digests = FeedPolicies.digests(remade.entries());
        return writer.submit(transaction -> FeedPolicies.remake(transaction, remade, digests));
    }

    /** The view is now as today's agreement wants it; what came under an agreement that is not named goes. */
    public CompletableFuture<Void> feedMade(String feed, String partner, Set<String> agreements, String policy) {
        return writer.submit(transaction -> FeedPolicies.made(transaction, feed, partner, agreements, policy));
    }

    /** What stands after a position of the partner's view; tombstones only where they stand after quietUpTo. */
    public List<FeedEntry> feed(String feed, String partner, long afterPosition, long quietUpTo, int limit) {
        return readers.read(session -> Feeds.after(session, feed, partner, afterPosition, quietUpTo, limit));
    }

    /** What the partner's view holds under that id, be it a tombstone. */
    public Optional<FeedEntry> feedEntry(String feed, String partner, String entryId) {
        return readers.read(session -> Feeds.newest(session, feed, partner, entryId));
    }

    /** How far the partner's view has come. */
    public FeedHead feedHead(String feed, String partner) {
        return readers.read(session -> Feeds.head(session, feed, partner));
    }

    /** Tombstones from before are not kept any longer; how many. */
    public CompletableFuture<Integer> forgetTombstones(Instant before) {
        return writer.submit(transaction -> Feeds.forget(transaction, before));
    }

    /** Remembers which entries a partner pulled. */
    public CompletableFuture<Void> logDissemination(Pulled pulled) {
        return writer.submit(transaction -> Disseminations.log(transaction, pulled));
    }

    /** Empty before the first look at this feed. */
    public Optional<PollState> poll(String partner, String uri) {
        return readers.read(session -> Polls.find(session, partner, uri));
    }

    public Map<String, PolledItem> polledItems(String partner, String uri) {
        return readers.read(session -> Polls.items(session, partner, uri));
    }

    public CompletableFuture<Void> rememberItem(String partner, String uri, String item, PolledItem became) {
        return writer.submit(transaction -> Polls.put(transaction, partner, uri, item, became));
    }

    public CompletableFuture<Void> rememberLook(String partner, String uri, PollState state, Collection<String> listed) {
        return writer.submit(transaction -> Polls.looked(transaction, partner, uri, state, listed));
    }

    public List<Verdict> verdicts(String messageId) {
        return readers.read(session -> Verdicts.of(session, messageId));
    }

    public Ledger ledger() {
        return readers.readAtOnce(Verdicts::ledger);
    }

    public List<Attention> attention() {
        return readers.read(Operator::attention);
    }

    public CompletableFuture<Void> settle(long attentionId) {
        return writer.submit(transaction -> Operator.settle(transaction, attentionId));
    }

    public Stream<JournalRow> journalRows() {
        return new Journal(readers).rows();
    }

    public JournalCheck verifyJournal() {
        return new Journal(readers).verify();
    }

    /** A consistent copy of the running database; the file must not exist. */
    public void backup(Path file) {
        try {
            database.backup(file);
        } catch (SQLException | IOException e) {
            throw new StoreUnavailable("the store cannot be copied: " + e.getMessage(), Duration.ofMinutes(1), e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (SQLException e) {
            throw new StoreUnavailable("the store did not close", Duration.ZERO, e);
        } finally {
            readers.close();
        }
    }

    /** What a caller of a blocking method sees is the cause itself. */
    private static void await(CompletableFuture<Void> written) {
        try {
            written.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
