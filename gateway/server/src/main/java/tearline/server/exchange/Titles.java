package tearline.server.exchange;

import tearline.engine.exchange.Decision;
import tearline.engine.mark.Marked;

/** What a feed calls an entry: reality, and the title that the product itself shows; kind and identifier where it shows none. */
final class Titles {

    private Titles() {}

    static String of(Marked marked, Decision decision, Subjects subjects) {
        var kind = switch (marked.record().header().getKind()) {
            case ALERT -> "Alert";
            case SITUATION -> "Situation report";
            case SAR -> "Suspicious activity report";
        };
        var status = marked.status().equals("Actual") ? "" : marked.status().toUpperCase(java.util.Locale.ROOT) + ": ";
        if (!subjects.title().isEmpty()) return status + subjects.title();
        return status + kind + " " + decision.documentId();
    }
}
