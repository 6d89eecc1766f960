package tearline.server.intake;

import java.util.List;
import tearline.engine.config.Sends;
import tearline.engine.lifecycle.Named;
import tearline.engine.lifecycle.Told;
import tearline.engine.mark.Realities;
import tearline.engine.message.Message;
import tearline.engine.message.Part;
import tearline.engine.standard.Instants;
import tearline.server.store.Life;
import tearline.server.store.StoredDocument;

/** What a part does to other documents, by its facts, for the store to keep. */
final class Lives {

    private Lives() {}

    /** The cancellation of one document that an earlier distribution carried; it may be known under any number (SAR-06 counts no such thing). */
    static Life takingBack(StoredDocument document, Message message, Part part, Sends sends) {
        var life = of(message, part, sends);
        return new Life(life.type(), life.reality(), life.sent(), life.expires(), life.sequence(), List.of(new Life.Name(document.sender(), document.id(), document.life().sent())), false);
    }

    /** An update because its envelope says so. */
    static Life updating(List<StoredDocument> earlier, Message message, Part part, Sends sends) {
        var life = of(message, part, sends);
        return new Life("Update", life.reality(), life.sent(), life.expires(), life.sequence(), earlier.stream().map(one -> new Life.Name(one.sender(), one.id(), one.life().sent())).toList(), life.follows());
    }

    static Life of(Message message, Part part, Sends sends) {
        var facts = part.facts();
        var reality = Realities.least(facts.status(), message.envelope().map(envelope -> envelope.getStatus()), sends.defaultStatus());
        var names = facts.references().stream().flatMap(reference -> Named.parse(reference).stream()).distinct().map(name -> new Life.Name(name.sender(), name.id(), name.sent())).toList();
        return new Life(facts.type().orElse(""), reality, facts.sent().map(Instants::normal).orElse(""), facts.expires().flatMap(Instants::parse),
                facts.sequence().map(Told::sequence).orElse(0L), part.accepted() ? names : List.of(), part.standard().flatMap(one -> one.facts().memoryRule()).isPresent());
    }
}
