package tearline.server.store;

/**
 * An accepted part as other documents speak of it.
 *
 * @param door  through which it came; some were made here
 * @param order the order in which messages came
 * @param state of its exchange: waiting, sent, done or parked
 */
public record StoredDocument(String messageId, int part, String kind, String sender, String id, Life life, String door, long order, String state) {

    public String key() {
        return messageId + "/" + part;
    }

    /** It is what was left of an earlier version without its privacy. */
    public boolean isStripped() {
        return door.equals(NewMessage.STRIPPED);
    }

    /** Its verdicts stand, or nobody waits for them any more. */
    public boolean isFinished() {
        return state.equals("done") || state.equals("parked");
    }
}
