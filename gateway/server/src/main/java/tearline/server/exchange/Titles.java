package tearline.server.exchange;

import tearline.engine.exchange.Decision;
import tearline.engine.mark.Marked;

/** What a feed calls an entry: kind and reality, never a word of the record; the record inside says the rest. */
final class Titles {

    private Titles() {}

    static String of(Marked marked, Decision decision) {
        var kind = switch (marked.record().header().getKind()) {
            case ALERT -> "Alert";
            case SITUATION -> "Situation report";
            case SAR -> "Suspicious activity report";
        };
        var status = marked.status().equals("Actual") ? "" : marked.status().toUpperCase(java.util.Locale.ROOT) + ": ";
        return status + kind + " " + decision.documentId();
    }
}
