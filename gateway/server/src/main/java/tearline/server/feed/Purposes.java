package tearline.server.feed;

import java.util.regex.Pattern;
import tearline.engine.config.Agreement;

/** What a reader says it needs a record for: a code of need-to-know, logged with the pull; owed where whole reports leave (28 CFR 23.20(e), (f)). */
final class Purposes {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/-]{0,79}");

    private Purposes() {}

    /** Why not; empty = it may go on. */
    static String refusal(Agreement agreement, String purpose) {
        if (purpose.isEmpty()) return isOwed(agreement) ? "Send the header Purpose: this agreement hands out whole reports." : "";
        return CODE.matcher(purpose).matches() ? "" : "Let the header Purpose be a short code of letters and digits.";
    }

    private static boolean isOwed(Agreement agreement) {
        return agreement.products().stream().anyMatch(product -> product.kind().equals("sar") && product.form().equals("detailed"));
    }
}
