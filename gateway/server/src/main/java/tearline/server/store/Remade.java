package tearline.server.store;

import java.util.List;
import java.util.Optional;

/** What one part is in one partner's feeds under today's text of the agreement; what else of it stands there goes. */
public record Remade(PartName part, String agreement, String version, String partner, List<NewFeedEntry> entries, Optional<NewCopy> copy) {

    public Remade {
        entries = List.copyOf(entries);
    }
}
