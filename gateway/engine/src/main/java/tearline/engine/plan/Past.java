package tearline.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened before a message: what became of it already, and what each agreement holds of the documents it speaks of.
 *
 * @param looked  false where nobody looked, as in a preview: names are then computed, and everybody is treated as told before
 * @param gaveWay why it is over before it begins: its own update or cancellation came first
 * @param owns    by agreement; one that is absent holds nothing
 */
public record Past(boolean looked, Optional<String> gaveWay, Map<String, Own> owns) {

    /**
     * One agreement's part of it.
     *
     * @param held    its copies, under the names they left by; what an Update or Cancel must name
     * @param waiting it has something in its queue that the message takes the place of
     * @param content digest of what its reader sees as the latest; the same again is no news
     */
    public record Own(List<Held> held, boolean waiting, Optional<String> content) {

        static final Own NOTHING = new Own(List.of(), false, Optional.empty());
    }

    public static Past unknown() {
        return new Past(false, Optional.empty(), Map.of());
    }

    /** Of what the agreement's reader sees as the latest; a text that is no digest where that is nothing, or more than one thing. */
    public String content(String agreement) {
        return of(agreement).content().orElse("nothing");
    }

    Own of(String agreement) {
        return owns.getOrDefault(agreement, Own.NOTHING);
    }
}
