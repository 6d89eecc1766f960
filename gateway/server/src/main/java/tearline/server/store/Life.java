package tearline.server.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a part does to other documents.
 *
 * @param type     the word of the common model; empty for parts accepted before it was kept
 * @param reality Actual, Exercise, Test, …; empty where it is not known
 * @param sent     a moment in UTC in one spelling, or empty
 * @param sequence of the versions of one record; 0 where its standard counts none
 * @param follows  whether an update or a cancellation may only follow a record that is known, in sequence
 */
public record Life(String type, String reality, String sent, Optional<Instant> expires, long sequence, List<Name> names, boolean follows) {

    /** Sender, id, and the moment of sending or nothing. */
    public record Name(String sender, String id, String sent) {

        String line() {
            return String.join(Documents.BETWEEN, sender, id, sent);
        }

        static Name of(String line) {
            var fields = line.split(Documents.BETWEEN, -1);
            return new Name(fields[0], fields[1], fields[2]);
        }
    }

    static final Life UNKNOWN = new Life("", "", "", Optional.empty(), 0, List.of(), false);

    public Life {
        names = List.copyOf(names);
    }
}
