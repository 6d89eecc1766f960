package tearline.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tearline.engine.lifecycle.Copy;
import tearline.engine.lifecycle.Holding;
import tearline.engine.lifecycle.Told;

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
     * @param shown   those of them that nothing has taken the place of, where the message is over before it begins: it came late
     * @param waiting something is in its queue that the message takes the place of
     * @param content digest of what its reader sees as the latest; the same again is no news
     * @param holding all of it, for whoever writes down what came of it
     */
    public record Own(List<Held> held, List<Held> shown, boolean waiting, Optional<String> content, Optional<Holding> holding) {

        static final Own NOTHING = new Own(List.of(), List.of(), false, Optional.empty(), Optional.empty());

        /** A copy whose sender is not written down went out in the gateway's name. */
        public static Own of(String agreement, Holding holding, String gateway) {
            // Several that are brought together are news, whatever they say.
            var content = holding.front().size() == 1 ? Optional.of(holding.front().get(0).content()) : Optional.<String>empty();
            return new Own(held(agreement, holding.held(), gateway), held(agreement, holding.shown(), gateway), !holding.front().isEmpty(), content, Optional.of(holding));
        }

        private static List<Held> held(String agreement, Map<Told, List<Copy>> copies, String gateway) {
            var held = new ArrayList<Held>();
            copies.forEach((told, all) -> all.forEach(copy -> held.add(new Held(agreement, Held.key(told.sender(), told.id()), copy.documentId(),
                    copy.sender().isEmpty() ? gateway : copy.sender(), copy.sent().isEmpty() ? told.sent() : copy.sent()))));
            return held;
        }
    }

    public static Past unknown() {
        return new Past(false, Optional.empty(), Map.of());
    }

    /** Of what the agreement's reader sees as the latest; a text that is no digest where that is nothing, or more than one thing. */
    public String content(String agreement) {
        return of(agreement).content().orElse("nothing");
    }

    public Own of(String agreement) {
        return owns.getOrDefault(agreement, Own.NOTHING);
    }
}
