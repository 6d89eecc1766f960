package tearline.server.look;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import tearline.engine.config.Disclosure;
import tearline.server.store.Outcome;
import tearline.server.store.Verdict;

/** A decision as the partner it is about may read it: no more of the redaction than the agreement discloses, by default nothing. */
final class OwnDecision {

    private OwnDecision() {}

    /**
     * That something was withheld as a whole is itself told only where the agreement tells of redaction; that something changed
     * which this partner may not see is told to nobody (UNCHANGED); and of what never left, nothing was ever released.
     */
    static boolean mayKnow(Verdict verdict, JsonNode decision, Disclosure discloses) {
        for (var reason : decision.path("reasons")) if (reason.asText().equals("UNCHANGED")) return false;
        boolean left = verdict.outcome() != Outcome.WITHHELD && !decision.path("products").isEmpty();
        return left || verdict.outcome() == Outcome.EXPIRED || discloses != Disclosure.NOTHING;
    }

    static JsonNode of(JsonNode decision, Disclosure discloses) {
        ObjectNode own = decision.deepCopy();
        own.remove(List.of("sourceBanner", "view", "allowList", "reasons", "overlays")); // what the source was marked, why that was too much, and its incident
        if (discloses == Disclosure.NOTHING) own.remove("withheld");
        if (discloses == Disclosure.PRESENCE) own.put("withheld", !decision.path("withheld").isEmpty());
        return own;
    }
}
