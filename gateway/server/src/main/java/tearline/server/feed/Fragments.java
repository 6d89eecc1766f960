package tearline.server.feed;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tearline.engine.mapping.Mappings;
import tearline.server.store.FeedEntry;

/**
 * Written entries, kept for the next reader of the same: two hundred partners with ten views have each record written ten
 * times. In memory alone, and bounded; the least used go first, and what was purged is asked for no more.
 */
public final class Fragments {

    private record Key(Representation as, String entryId, FeedEntry.Kind kind, String digest, String updated, String published, String title, String rights, String categories) {}

    private final Map<Key, byte[]> kept = new LinkedHashMap<>(256, 0.75f, true);
    private final Map<Representation, PageWriter> writers = new EnumMap<>(Representation.class);
    private final AtomicLong written = new AtomicLong();
    private final Function<String, byte[]> products;
    private final long most;
    private long size;

    /** At most so many bytes are kept. */
    public Fragments(Mappings mappings, Function<String, byte[]> products, long most) {
        writers.put(Representation.ATOM, new AtomPages());
        writers.put(Representation.JSON_FEED, new JsonPages());
        writers.put(Representation.NIEM, new NiemPages());
        writers.put(Representation.NIEM_JSON, new NiemJsonPages(mappings));
        this.products = products;
        this.most = most;
    }

    PageWriter writer(Representation as) {
        return writers.get(as);
    }

    byte[] of(Representation as, FeedEntry entry) {
        var key = new Key(as, entry.entryId(), entry.kind(), entry.digest(), entry.updated().toString(), entry.published().toString(), entry.title(), entry.rights(), String.join("\n", entry.categories()));
        synchronized (this) {
            var found = kept.get(key);
            if (found != null) return found;
        }
        var bytes = writers.get(as).entry(entry, entry.isTombstone() ? new byte[0] : products.apply(entry.digest()));
        written.incrementAndGet();
        keep(key, bytes);
        return bytes;
    }

    private synchronized void keep(Key key, byte[] bytes) {
        if (kept.put(key, bytes) == null) size += bytes.length;
        for (var oldest = kept.entrySet().iterator(); size > most && oldest.hasNext(); ) {
            size -= oldest.next().getValue().length;
            oldest.remove();
        }
    }

    /** Of what was purged nothing is kept, not even here. */
    public synchronized void clear() {
        kept.clear();
        size = 0;
    }

    /** How many entries were written so far: the benchmark's question. */
    public long written() {
        return written.get();
    }
}
