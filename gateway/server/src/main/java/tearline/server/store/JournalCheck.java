package tearline.server.store;

import java.util.OptionalLong;

/** What recomputing the journal's chain found: intact, or the first sequence that is not what was written and why. */
public record JournalCheck(long rows, String head, OptionalLong brokenAt, String why) {
    public boolean intact() {
        return brokenAt.isEmpty();
    }
}
