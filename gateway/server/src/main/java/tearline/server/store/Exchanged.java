package tearline.server.store;

import java.util.List;

/**
 * What the exchange of one part came to: a decision for every agreement that covers it, each agreement once.
 *
 * @param also what the journal says of it besides, in the same transaction
 */
public record Exchanged(String messageId, int part, List<Decided> decided, List<JournalEntry> also) {
    public Exchanged {
        decided = List.copyOf(decided);
        also = List.copyOf(also);
    }

    public Exchanged(String messageId, int part, List<Decided> decided) {
        this(messageId, part, decided, List.of());
    }
}
