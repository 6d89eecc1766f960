package tearline.engine.lifecycle;

import java.util.Optional;
import tearline.engine.standard.Instants;

/** How a document names another one; the time is empty where the name has none (CAP 1.0, reports), else in its normal form. */
public record Named(String sender, String id, String sent) {

    /** 'sender,id,sent', split at the first and the last comma (CAP 1.2 §3.2.1). */
    public static Optional<Named> parse(String reference) {
        int first = reference.indexOf(','), last = reference.lastIndexOf(',');
        if (first < 0 || first == last) return Optional.empty();
        return of(reference.substring(0, first), reference.substring(first + 1, last), reference.substring(last + 1));
    }

    public static Optional<Named> of(String sender, String id, String sent) {
        if (sender == null || id == null || sender.isBlank() || id.isBlank()) return Optional.empty();
        return Optional.of(new Named(sender.strip(), id.strip(), sent == null || sent.isBlank() ? "" : Instants.normal(sent)));
    }

    boolean fits(Told told) {
        return id.equals(told.id()) && sender.equals(told.sender()) && (sent.isEmpty() || told.sent().isEmpty() || sent.equals(told.sent()));
    }
}
