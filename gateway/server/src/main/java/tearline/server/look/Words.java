package tearline.server.look;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;

/** A decision in plain words. */
public final class Words {

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("PRIVACY", "it identifies a person"),
            Map.entry("NOT-AGREED", "the agreement does not name it"),
            Map.entry("NOTHING-TO-TELL", "what is left of it cannot be said in the agreed format"),
            Map.entry("SWEPT", "it repeats a withheld value"),
            Map.entry("LES", "it is law enforcement sensitive"),
            Map.entry("CONTROLLED", "it is controlled"),
            Map.entry("UNKNOWN-MARK", "its mark is not understood"),
            Map.entry("DISSEMINATION-LIST", "the partner is not on its list"),
            Map.entry("DISSEMINATION-CONTROL", "its mark keeps it from whoever runs the partner's system, as NOCON does from contractors"),
            Map.entry("FOUO", "it is for official use only"),
            Map.entry("GENERALIZED", "it has no coarser form"),
            Map.entry("NO-AGREEMENT", "it is not public"),
            Map.entry("CLASSIFIED", "it is classified"),
            Map.entry("TLP", "its Traffic Light Protocol colour is stricter than agreed"),
            Map.entry("THIRD-AGENCY", "its originator must consent first"),
            Map.entry("FOREIGN-RELEASE", "it is not released to the partner's country"),
            Map.entry("CATEGORY", "it is of a category that the agreement does not grant"),
            Map.entry("INVESTIGATION", "it belongs to an investigation"),
            Map.entry("INFORMANT", "it may tell who informed"),
            Map.entry("JUVENILE", "it is about a child"),
            Map.entry("HEALTH", "it is about somebody's health"),
            Map.entry("INFRASTRUCTURE", "it is about infrastructure, for whoever is cleared for that"),
            Map.entry("TRANSPORT-SECURITY", "it is sensitive security information of transport"));

    private Words() {}

    /** Without the names of doors, which may tell who it is about. */
    static String ofSomebody(String outcome, JsonNode decision) {
        return of(outcome, decision, "one partner", false);
    }

    public static String of(String outcome, JsonNode decision, String partner) {
        return of(outcome, decision, partner, true);
    }

    static boolean speaksOf(String reason) {
        return REASONS.containsKey(reason);
    }

    private static String of(String outcome, JsonNode decision, String partner, boolean doors) {
        var text = new StringBuilder(partner).append(switch (outcome) {
            case "delivered" -> " got ";
            case "pending" -> " is being sent ";
            case "withheld" -> " got nothing: all of it is withheld";
            case "expired" -> " got nothing: it had expired on arrival";
            case "superseded" -> " got nothing: a later message replaced it";
            default -> " got nothing: an operator must look at it (" + join(decision.path("reasons")) + ")";
        });
        if (outcome.equals("delivered") || outcome.equals("pending")) {
            var products = new ArrayList<String>();
            for (var product : decision.path("products")) {
                var form = product.path("form").asText();
                products.add(product.path("format").asText() + (form.isEmpty() ? "" : " (" + form + ")") + (doors ? " by " + product.path("door").asText() : "")
                        + (product.path("original").asBoolean() ? ", the sender's own bytes" : ""));
            }
            text.append(String.join(" and ", products));
            var lacking = new TreeSet<String>();
            for (var product : decision.path("products")) for (var finding : product.path("lacking")) lacking.add(finding.path("rule").asText());
            if (!lacking.isEmpty()) text.append(", which lacks of its profile ").append(String.join(", ", lacking));
            var banner = decision.path("banner").asText();
            if (!banner.isEmpty()) text.append(", marked ").append(banner);
            for (var overlay : decision.path("overlays")) text.append(overlay.path("kind").asText().equals("emergency") ? ", as an emergency release" : ", during an activation");
        }
        var withheld = decision.path("withheld");
        if (!withheld.isEmpty()) text.append("; withheld: ").append(categories(withheld));
        return text.append('.').toString();
    }

    private static String categories(JsonNode withheld) {
        var texts = new ArrayList<String>();
        for (var one : withheld) {
            var reasons = new TreeSet<String>();
            for (var reason : one.path("reasons")) reasons.add(REASONS.getOrDefault(reason.asText(), reason.asText()));
            texts.add(one.path("category").asText() + " (" + String.join(", ", reasons) + ")");
        }
        return String.join(", ", texts);
    }

    private static String join(JsonNode list) {
        var texts = new ArrayList<String>();
        for (var one : list) texts.add(one.asText());
        return String.join(", ", texts);
    }
}
