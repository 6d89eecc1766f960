package tearline.server.delivery;

import java.time.Instant;
import java.util.Optional;

/** What came of one attempt. The words are ours: a status code, a file's name, never what a partner wrote. */
public sealed interface Answer {

    record Arrived(String evidence) implements Answer {}

    /** Not now; with a time when the partner said until when it wants to be left alone. */
    sealed interface NotYet extends Answer {
        String why();

        /** Whether it may have arrived all the same. */
        default boolean doubtful() {
            return false;
        }

        default Optional<Instant> notBefore() {
            return Optional.empty();
        }
    }

    record Later(String why, Optional<Instant> notBefore, boolean doubtful) implements NotYet {

        Later(String why) {
            this(why, Optional.empty());
        }

        Later(String why, Optional<Instant> notBefore) {
            this(why, notBefore, false);
        }

        /** The request went out, and no answer came. */
        static Later withoutAnswer(String why) {
            return new Later(why, Optional.empty(), true);
        }
    }

    /** The door does not let us in: our credential, address or agreement is wrong, and so it is for every delivery. */
    record LockedOut(String why) implements NotYet {}

    /** This product will never be taken. */
    record Never(String why) implements Answer {}
}
