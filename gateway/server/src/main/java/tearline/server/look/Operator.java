package tearline.server.look;

import java.util.Map;
import java.util.Optional;
import tearline.engine.config.Configuration;
import tearline.server.door.Caller;
import tearline.server.store.Store;

/** What an operator may do to a running gateway: hold a partner, release it, deliver something once more. */
public final class Operator {

    private final Configuration configuration;
    private final Store store;
    private final Runnable due;

    public Operator(Configuration configuration, Store store, Runnable due) {
        this.configuration = configuration;
        this.store = store;
        this.due = due;
    }

    Reply act(String act, String subject, Optional<String> partner, Caller caller) {
        if (!caller.operator()) return Reply.OPERATORS_ONLY;
        return switch (act) {
            case "hold", "release" -> hold(act, subject);
            case "replay" -> replay(subject, partner);
            default -> Reply.problem(404, "There is no such act.", "Known: hold, release, replay.");
        };
    }

    private Reply hold(String act, String name) {
        if (configuration.findPartner(name).isEmpty()) return Reply.problem(404, "No partner has that name.", "Look into the folder partners.");
        if (act.equals("hold")) store.hold(name);
        else store.release(name);
        due.run();
        return Reply.json(200, Map.of("partner", name, "held", store.held().contains(name)));
    }

    private Reply replay(String id, Optional<String> partner) {
        if (store.find(id).isEmpty()) return Reply.problem(404, "There is no such message.", "Replay the id of a receipt.");
        int deliveries = store.replay(id, partner).join();
        due.run();
        return Reply.json(200, Map.of("message", id, "deliveries", deliveries));
    }
}
