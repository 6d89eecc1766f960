package tearline.server.poll;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tearline.engine.Refusal;
import tearline.engine.config.Partner;
import tearline.engine.config.Poll;
import tearline.server.store.JournalEntry;
import tearline.server.store.PollState;
import tearline.server.store.PolledItem;
import tearline.server.store.PolledItem.State;
import tearline.server.store.Store;

/** One look at one feed: fetches it where it changed, and takes every alert that was not taken or refused before. */
final class Look {

    /** An address that leads nowhere so often is left to the operator. */
    private static final int ATTEMPTS = 5;
    private final Partner partner;
    private final Poll poll;
    private final Store store;
    private final Fetcher fetcher;
    private final Items items;
    private final Submission submission;
    private final AllowedHosts hosts;
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<String> listed = new ArrayList<>();
    private boolean complete = true;
    private int fetched;

    Look(Partner partner, Poll poll, Store store, Fetcher fetcher, Items items, Submission submission) {
        this.partner = partner;
        this.poll = poll;
        this.store = store;
        this.fetcher = fetcher;
        this.items = items;
        this.submission = submission;
        this.hosts = new AllowedHosts(poll);
    }

    List<String> listed() {
        return listed;
    }

    /** The version of the feed that is known now: none where something of it is still to be fetched. Throws where the feed cannot be read. */
    PollState take(PollState before) throws IOException {
        var answer = fetcher.get(poll.uri(), hosts, headers(before));
        if (answer.isUnchanged()) return before;
        if (!answer.isFresh()) throw new IOException("HTTP " + answer.status());
        try {
            var known = store.polledItems(partner.name(), poll.uri().toString());
            for (var item : items.of(answer.bytes(), poll.uri())) {
                listed.add(item.name());
                var old = Optional.ofNullable(known.get(item.name()));
                if (old.filter(one -> one.isDone(item.stamp())).isEmpty()) take(item, old);
            }
        } catch (Refusal unreadable) {
            throw new IOException("it is no feed that can be read: " + unreadable.code().id());
        } catch (Submission.NotNow ours) {
            complete = false;
        } finally {
            tell();
        }
        return complete ? new PollState(answer.etag(), answer.modified(), before.due(), 0) : new PollState("", "", before.due(), 0);
    }

    private void take(Items.Item item, Optional<PolledItem> old) throws Submission.NotNow {
        try {
            if (item.link().isEmpty()) {
                offer(item, "application/xml", item.content());
            } else if (fetched >= poll.most()) {
                complete = false;
            } else {
                fetched++;
                var answer = fetcher.get(item.link().get(), hosts, Map.of());
                if (answer.isFresh() && items.isEmptyFeed(answer.bytes(), item.link().get())) remember(item, State.TAKEN, 0);
                else if (answer.isFresh()) offer(item, answer.mediaType(), answer.bytes());
                else failed(item, old, "HTTP-" + answer.status());
            }
        } catch (Forbidden forbidden) {
            refuse(item, "POLL-HOST");
        } catch (IOException e) {
            failed(item, old, "POLL-FETCH");
        }
    }

    /** The state is written after the alert is durable: what a crash between the two offers again, the intake knows. */
    private void offer(Items.Item item, String mediaType, byte[] bytes) throws Submission.NotNow, IOException {
        var refusal = submission.offer(partner, mediaType, bytes);
        if (refusal.isPresent()) refuse(item, refusal.get());
        else remember(item, State.TAKEN, 0);
    }

    private void failed(Items.Item item, Optional<PolledItem> old, String why) {
        int attempts = 1 + old.filter(one -> one.stamp().equals(item.stamp())).map(PolledItem::attempts).orElse(0);
        if (attempts >= ATTEMPTS) {
            refuse(item, why);
            return;
        }
        complete = false;
        remember(item, State.FAILING, attempts);
    }

    private void refuse(Items.Item item, String code) {
        refused.merge(code, 1, Integer::sum);
        remember(item, State.REFUSED, 0);
    }

    private void remember(Items.Item item, State state, int attempts) {
        store.rememberItem(partner.name(), poll.uri().toString(), item.name(), new PolledItem(item.stamp(), state, attempts)).join();
    }

    /** One line for the operator, however many there were. */
    private void tell() {
        if (refused.isEmpty()) return;
        var codes = new ArrayList<String>();
        refused.forEach((code, count) -> codes.add(count + " with " + code));
        store.journal(JournalEntry.of("poll-refused", partner.name(), "{\"host\":\"" + poll.uri().getHost() + "\",\"refused\":\"" + String.join(", ", codes) + "\"}")
                .withAttention("alerts of the feed of " + partner.name() + " at " + poll.uri().getHost() + " were refused: " + String.join(", ", codes) + "; they are not fetched again unless they change")).join();
    }

    private Map<String, String> headers(PollState before) {
        var headers = new HashMap<String, String>();
        if (!before.etag().isEmpty()) headers.put("If-None-Match", before.etag());
        if (!before.modified().isEmpty()) headers.put("If-Modified-Since", before.modified());
        poll.secret().ifPresent(secret -> headers.put("Authorization", "Bearer " + secret.reveal()));
        return headers;
    }
}
