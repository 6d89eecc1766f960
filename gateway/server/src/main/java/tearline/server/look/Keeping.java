package tearline.server.look;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tearline.server.door.Caller;
import tearline.server.retention.Retention;
import tearline.server.store.Store;

/** Until when records are kept, and what an operator says about that: held, freed, reviewed and kept. For operators alone. */
public final class Keeping {

    private final Store store;
    private final Retention retention;

    public Keeping(Store store, Retention retention) {
        this.store = store;
        this.retention = retention;
    }

    Reply list(Caller caller) {
        return caller.operator() ? Reply.json(200, Map.of("records", retention.list())) : Reply.OPERATORS_ONLY;
    }

    /** What is said of one message is said of its whole record. */
    Reply act(String act, String id, String reviewer, String reason, Caller caller) {
        if (!caller.operator()) return Reply.OPERATORS_ONLY;
        if (!List.of("hold", "free", "validate").contains(act)) return Reply.problem(404, "There is no such act.", "Known: hold, free, validate.");
        if (reason.isBlank() || reason.length() > 200) return Reply.problem(400, "This needs a reason.", "Give one of at most 200 characters; it stands in the journal, so let it name nobody of whom the record speaks.");
        if (act.equals("validate") && (reviewer.isBlank() || reviewer.length() > 100)) return Reply.problem(400, "A review needs a reviewer.", "Name who looked at it, in at most 100 characters.");
        return NamedRecord.of(store, id, named -> act(act, id, reviewer, reason, named));
    }

    private Reply act(String act, String id, String reviewer, String reason, List<String> named) {
        var messages = new TreeSet<String>();
        named.forEach(message -> messages.addAll(retention.together(message)));
        for (var message : messages) {
            switch (act) {
                case "hold" -> store.holdMessage(message, reason.strip()).join();
                case "free" -> store.freeMessage(message, reason.strip()).join();
                default -> store.validate(message, reviewer.strip(), reason.strip()).join();
            }
        }
        return Reply.json(200, Map.of("record", id, "messages", messages.size()));
    }
}
