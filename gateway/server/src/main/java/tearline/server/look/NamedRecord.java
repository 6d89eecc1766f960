package tearline.server.look;

import java.util.List;
import java.util.function.Function;
import tearline.server.store.Store;

/** The messages that an operator means by an identifier, where it means those of one sender only. */
final class NamedRecord {

    static final Reply NOT_FOUND = Reply.problem(404, "There is no such record.", "Ask with the id of a receipt, an identifier of the record, or the id of a feed entry.");
    private static final Reply OF_SEVERAL = Reply.problem(409, "Several senders have a record of that name.", "Name the message by the id of its receipt, or write SENDER,IDENTIFIER.");

    private NamedRecord() {}

    /** The answer to an act on them, or why there is none. */
    static Reply of(Store store, String id, Function<List<String>, Reply> act) {
        var messages = store.messagesOf(id);
        if (messages.isEmpty()) return NOT_FOUND;
        boolean several = messages.stream().flatMap(message -> store.find(message).stream()).map(message -> message.partner()).distinct().count() > 1;
        return several ? OF_SEVERAL : act.apply(messages);
    }
}
