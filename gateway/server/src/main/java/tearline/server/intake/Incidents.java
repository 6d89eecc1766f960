package tearline.server.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tearline.engine.message.Message;
import tearline.engine.message.Part;
import tearline.engine.standard.Facts;
import tearline.engine.standard.Instants;

/** To which incidents a part belongs, by what it and its envelope say, and what of its own sender it follows. */
final class Incidents {

    private Incidents() {}

    /** A report of suspicious activity names none: its envelope does. */
    static List<String> of(Message message, Part part) {
        var named = message.envelope().stream().flatMap(envelope -> envelope.getIncident().stream()).map(String::strip);
        return Stream.concat(part.facts().incidents().stream(), named).filter(one -> !one.isEmpty() && !one.equalsIgnoreCase("Unknown")).distinct().toList();
    }

    /** Identity keys; only its own sender may update or cancel a message. */
    static List<String> references(Part part) {
        return part.facts().references().stream().flatMap(reference -> key(reference, part).stream()).toList();
    }

    /** 'sender,id,sent', split at the first and the last comma. */
    private static Optional<String> key(String reference, Part part) {
        int first = reference.indexOf(','), last = reference.lastIndexOf(',');
        if (first < 0 || first == last || !part.facts().sender().equals(Optional.of(reference.substring(0, first)))) return Optional.empty();
        var identity = Stream.of(reference.substring(0, first), reference.substring(first + 1, last), Instants.normal(reference.substring(last + 1))).filter(one -> !one.isEmpty()).toList();
        return part.standard().map(standard -> Facts.key(standard.kind().word(), identity));
    }
}
