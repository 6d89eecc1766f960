package tearline.server.store;

import java.util.Optional;

/** Something to remember that is no message: a refusal, a spill, an operator's act. Ids and public codes, never content. */
public record JournalEntry(String kind, String subject, String dataJson, Optional<String> attention) {

    public static JournalEntry of(String kind, String subject, String dataJson) {
        return new JournalEntry(kind, subject, dataJson, Optional.empty());
    }

    /** The same entry, and an open line in the operator's list. */
    public JournalEntry withAttention(String text) {
        return new JournalEntry(kind, subject, dataJson, Optional.of(text));
    }
}
