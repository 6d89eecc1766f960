package tearline.engine.mark;

import java.util.List;
import java.util.Optional;

/** How real a message is: the less real of what envelope and payload say, and the sender's word where both are silent. */
public final class Realities {

    /** From real to least real. A status outside the list is treated as Test. */
    private static final List<String> ORDER = List.of("Actual", "System", "Exercise", "Test", "Draft");

    private Realities() {}

    public static String least(String one, String other) {
        return least(Optional.of(one), Optional.of(other), Optional.empty());
    }

    /** Of payload and envelope, where they say it; else what the sender's file says. */
    public static String least(Optional<String> payload, Optional<String> envelope, Optional<String> senderDefault) {
        if (payload.isEmpty() && envelope.isEmpty()) return known(senderDefault.orElse("Test"));
        var a = known(payload.orElse("Actual"));
        var b = known(envelope.orElse("Actual"));
        return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
    }

    private static String known(String status) {
        return ORDER.contains(status) ? status : "Test";
    }
}
