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

    /** That something was withheld as a whole is itself told only where the agreement tells of redaction. */
    static boolean mayKnow(Verdict verdict, Disclosure discloses) {
        return verdict.outcome() != Outcome.WITHHELD || discloses != Disclosure.NOTHING;
    }

    static JsonNode of(JsonNode decision, Disclosure discloses) {
        ObjectNode own = decision.deepCopy();
        own.remove(List.of("sourceBanner", "view", "allowList", "reasons")); // what the source was marked, and why that was too much
        if (discloses == Disclosure.NOTHING) own.remove("withheld");
        if (discloses == Disclosure.PRESENCE) own.put("withheld", !decision.path("withheld").isEmpty());
        return own;
    }
}
