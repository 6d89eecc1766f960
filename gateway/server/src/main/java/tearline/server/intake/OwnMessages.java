package tearline.server.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tearline.engine.Digests;
import tearline.engine.exchange.Exchange;
import tearline.engine.exchange.OwnVersions;
import tearline.engine.house.House;
import tearline.engine.mark.Incoming;
import tearline.engine.mark.Marked;
import tearline.engine.message.Limits;
import tearline.engine.message.Part;
import tearline.engine.standard.Facts;
import tearline.server.store.Ids;
import tearline.server.store.NewMessage;
import tearline.server.store.NewPart;

/** Messages that were made here of one that came in: read again like any other, and marked no less than what they were made of. */
final class OwnMessages {

    private final House house;
    private final Exchange exchange;

    OwnMessages(House house, Exchange exchange) {
        this.house = house;
        this.exchange = exchange;
    }

    /** Nothing where it would be freer, or more real, than its source; an end bears no mark, as its sender's own would not. */
    Optional<NewMessage> of(String door, Marked source, OwnVersions.Version version, Instant now) {
        var id = Ids.message(now);
        var partner = source.incoming().sender();
        var message = house.reader(false, Limits.ACCEPTED).read(version.bytes());
        var part = message.parts().get(0);
        if (!part.accepted()) return Optional.empty();
        var again = exchange.mark(Incoming.of(id, message, part, partner));
        if (!again.status().equals(source.status()) || !door.equals(NewMessage.ENDED) && !version.label().isAtMost(again.banner())) return Optional.empty();
        var made = new NewPart(0, part.standard().orElseThrow().name(), part.shape(), part.standard().get().kind().word(), List.of(key(door, part)), -1, -1, NewPart.ACCEPTED, "[]",
                Incidents.of(message, part), Incidents.references(part), Lives.of(message, part, partner.sends().orElseThrow()));
        return Optional.of(new NewMessage(id, now, door, partner.name(), "application/xml", version.bytes(), Digests.sha256(version.bytes()), List.of(made), "{\"id\":\"" + id + "\",\"title\":\"Made here: " + door + ".\"}"));
    }

    /** No sender's own message has it. */
    private static String key(String door, Part part) {
        var facts = part.facts();
        return Facts.key(part.standard().orElseThrow().kind().word(), Stream.of(facts.sender().orElse(""), facts.id().orElse(""), door, facts.sequence().orElse("")).toList());
    }
}
