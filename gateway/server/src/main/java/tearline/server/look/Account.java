package tearline.server.look;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tearline.server.store.Store;

/** The accounting of disclosures as it is told: from a running gateway's store, or from one that lies there. */
public final class Account {

    private Account() {}

    /** Empty where nobody knows of such a record. */
    public static Optional<Map<String, Object>> of(Store store, String id) {
        var messages = new ArrayList<Map<String, Object>>();
        for (var message : store.messagesOf(id)) {
            var row = new LinkedHashMap<String, Object>();
            row.put("message", message);
            store.find(message).ifPresent(stored -> {
                row.put("from", stored.partner());
                row.put("received", stored.receivedAt());
                row.put("purged", stored.bytes().isEmpty());
            });
            row.put("disclosures", store.disclosures(message));
            messages.add(row);
        }
        if (messages.isEmpty()) return Optional.empty();
        var check = store.verifyJournal();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("record", id);
        answer.put("messages", messages);
        answer.put("journal", Map.of("intact", check.intact(), "rows", check.rows(), "head", check.head()));
        return Optional.of(answer);
    }

    /** As it is written down. */
    public static byte[] json(Map<String, Object> account) {
        return Reply.json(200, account).body();
    }
}
