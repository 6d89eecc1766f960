package tearline.server.store;

import java.util.List;
import java.util.Map;

/**
 * What the exchange of one part came to.
 *
 * @param decided  a decision for every agreement that covers it, each agreement once
 * @param givesWay what leaves the queues for it
 * @param replaced by agreement: earlier parts whose copies it takes the place of
 * @param notes    what an operator must know of it
 * @param also     what the journal says of it besides, in the same transaction
 * @param purged   earlier messages of the record that it is the purge of
 */
public record Exchanged(String messageId, int part, List<Decided> decided, List<GivesWay> givesWay, Map<String, List<PartName>> replaced, List<String> notes, List<JournalEntry> also,
                        List<String> purged) {
    public Exchanged {
        decided = List.copyOf(decided);
        givesWay = List.copyOf(givesWay);
        replaced = Map.copyOf(replaced);
        notes = List.copyOf(notes);
        also = List.copyOf(also);
        purged = List.copyOf(purged);
    }

    /** Nothing before it is touched. */
    public Exchanged(String messageId, int part, List<Decided> decided) {
        this(messageId, part, decided, List.of(), Map.of(), List.of(), List.of(), List.of());
    }
}
