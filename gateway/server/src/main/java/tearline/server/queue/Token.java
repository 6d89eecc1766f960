package tearline.server.queue;

/** What the queue {@link Queues#ACCEPTED} carries: the address of a part, never the part. */
public record Token(String messageId, int part) {

    private static final char BETWEEN = '/';

    public static Token parse(String text) {
        int at = text.lastIndexOf(BETWEEN);
        if (at < 1) {
            throw new IllegalArgumentException("not a token");
        }
        return new Token(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
    }

    public String text() {
        return messageId + BETWEEN + part;
    }
}
