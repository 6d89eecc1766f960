package tearline.server.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tearline.engine.Refusal;
import tearline.engine.config.Configuration;
import tearline.engine.config.Partner;
import tearline.engine.exchange.Exchange;
import tearline.engine.house.House;
import tearline.engine.mark.Incoming;
import tearline.engine.message.Limits;
import tearline.engine.message.Message;
import tearline.engine.message.Part;
import tearline.engine.standard.Instants;
import tearline.server.door.Arrival;
import tearline.server.feed.Listed;
import tearline.server.intake.Intake;

/** Walks a message down the real road, from the door to the products, with nothing stored and nothing sent. */
final class Rehearsal {

    /** What would become of one accepted part. */
    record Walked(Part part, Exchange.Outcome outcome) {}

    private final House house;
    private final Configuration configuration;
    private final Exchange exchange;
    private final Intake intake;

    Rehearsal(OpenFolder folder) {
        house = folder.house();
        configuration = folder.configuration();
        exchange = new Exchange(house, configuration, new Listed(house.mappings()));
        intake = new Intake(house, Limits.STANDARD, null, () -> { }); // it reads and authorises here, and never accepts: no store is asked
    }

    /** The partner whose file lists the sender that the document names. */
    Optional<Partner> senderOf(byte[] bytes) {
        return house.inspector(true).read(bytes).parts().stream().flatMap(part -> part.facts().sender().stream()).findFirst().flatMap(configuration::findPartnerByIdentity);
    }

    /** Throws the refusal that the sender would get for the document itself. */
    Intake.Read read(Partner sender, byte[] bytes) {
        return intake.read(new Arrival("http", sender, "application/xml", bytes, Instant.now(), false));
    }

    /** Why the door would not take it from this partner, were it right in itself. */
    Optional<Refusal> unauthorised(Intake.Read read) {
        try {
            intake.authorise(read);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    List<Walked> walk(Intake.Read read, Instant at) {
        var message = read.message();
        var walked = new ArrayList<Walked>();
        for (var part : message.accepted()) {
            walked.add(new Walked(part, exchange.run(Incoming.of("preview", message, part, read.arrival().partner()), at)));
        }
        return walked;
    }

    static Optional<Instant> sent(Message message) {
        return message.accepted().stream().flatMap(part -> part.facts().sent().stream()).findFirst().flatMap(Instants::parse);
    }

    static boolean expired(Message message, Instant at) {
        return message.accepted().stream().flatMap(part -> part.facts().expires().stream()).flatMap(text -> Instants.parse(text).stream()).anyMatch(end -> !end.isAfter(at));
    }
}
