package tearline.server.look;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import java.util.function.Function;
import tearline.server.store.Delivery;
import tearline.server.store.Store;

/** The marking of what a delivery carries, for the header that says it to the partner. */
public final class Banners implements Function<Delivery, Optional<String>> {

    private final Store store;

    public Banners(Store store) {
        this.store = store;
    }

    @Override
    public Optional<String> apply(Delivery delivery) {
        return store.verdicts(delivery.messageId()).stream()
                .filter(verdict -> verdict.part() == delivery.part() && verdict.agreement().equals(delivery.agreement()))
                .map(verdict -> banner(verdict.decisionJson())).filter(banner -> !banner.isEmpty()).findFirst();
    }

    private static String banner(String decision) {
        try {
            return Reply.JSON.readTree(decision).path("banner").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
