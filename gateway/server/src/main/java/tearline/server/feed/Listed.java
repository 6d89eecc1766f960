package tearline.server.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tearline.engine.config.Door;
import tearline.engine.exchange.Outside;
import tearline.engine.mapping.Mappings;
import tearline.engine.render.Rendered;
import tearline.engine.verify.Leaving;
import tearline.server.store.FeedEntry;

/**
 * How feeds will show a product beside its own bytes, written as a reader gets it: the line of an active feed, and the entry of a pointer, which says
 * whom to ask. Any other entry is the product itself between words of its cover.
 */
public final class Listed implements Outside {

    private static final String HOME = "https://gateway.invalid/feeds/feed";
    private static final Instant WHENEVER = Instant.EPOCH;
    private final Mappings mappings;

    public Listed(Mappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public List<Leaving> of(Rendered.Made made) {
        var entry = new FeedEntry(0, "feed", "", "urn:uuid:0", WHENEVER, WHENEVER, made.form().equals("pointer") ? FeedEntry.Kind.POINTER : FeedEntry.Kind.RECORD, made.cover().title(), "", made.cover().categories(),
                made.format(), made.mediaType(), made.digest(), Optional.empty(), "", 0, "");
        var written = new ArrayList<Leaving>();
        if (feeds(made).anyMatch(Door.Feed::active)) {
            var alert = new ActiveAlert("0", "", "", WHENEVER, Optional.empty(), false, List.of(), entry);
            for (var format : FeedFormat.values()) {
                written.add(Leaving.around(new ActivePage(mappings, any -> made.bytes()).write(format, HOME, "", WHENEVER, List.of(alert)), format.mediaType()));
            }
        }
        if (entry.kind() == FeedEntry.Kind.POINTER && feeds(made).anyMatch(feed -> !feed.active())) {
            written.add(Leaving.around(new AtomPages().entry(entry, made.bytes()), Representation.ATOM.mediaType));
            written.add(Leaving.around(new JsonPages().entry(entry, made.bytes()), Representation.JSON_FEED.mediaType));
        }
        return written;
    }

    private static Stream<Door.Feed> feeds(Rendered.Made made) {
        return made.entries().stream().map(entry -> entry.agreement().doors().get(entry.product().door())).filter(Door.Feed.class::isInstance).map(Door.Feed.class::cast);
    }
}
