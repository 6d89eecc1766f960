package tearline.server.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tearline.engine.lifecycle.Named;
import tearline.engine.message.Message;
import tearline.engine.message.Part;
import tearline.engine.standard.Facts;

/** To which incidents a part belongs, by what it and its envelope say, and what of its own sender it follows. */
final class Incidents {

    private Incidents() {}

    /** A report of suspicious activity names none: its envelope does. */
    static List<String> of(Message message, Part part) {
        var named = message.envelope().stream().flatMap(envelope -> envelope.getIncident().stream()).map(String::strip);
        return Stream.concat(part.facts().incidents().stream(), named).filter(one -> !one.isEmpty() && !one.equalsIgnoreCase("Unknown")).distinct().toList();
    }

    /** Identity keys, or what those of every version begin with; only its own sender may update or cancel a message. */
    static List<String> references(Part part) {
        return part.facts().references().stream().flatMap(reference -> Named.parse(reference).stream()).filter(name -> part.facts().sender().equals(Optional.of(name.sender())))
                .flatMap(name -> part.standard().stream().map(standard -> Facts.key(standard.kind().word(), Stream.of(name.sender(), name.id(), name.sent()).filter(one -> !one.isEmpty()).toList()))).toList();
    }
}
