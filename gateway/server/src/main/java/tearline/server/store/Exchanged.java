package tearline.server.store;

import java.util.List;

/** What the exchange of one part came to: a decision for every agreement that covers it, each agreement once. */
public record Exchanged(String messageId, int part, List<Decided> decided) {
    public Exchanged {
        decided = List.copyOf(decided);
    }
}
