package tearline.server.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages and decisions for the store's tests, so that a test says only what matters to it. */
final class Given {

    static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private Given() {}

    static NewMessage message(String id, String... keys) {
        return new NewMessage(id, NOON, "http", "county-dispatch", "application/cap+xml", bytes("<alert>" + id + "</alert>"),
                "5ha", List.of(part(0, keys)), "{\"id\":\"" + id + "\"}");
    }

    static NewPart part(int index, String... keys) {
        return new NewPart(index, "cap-1.2", "1.2", "alert", List.of(keys), -1, -1, NewPart.ACCEPTED, "[]");
    }

    static NewDelivery delivery(String door, byte[] product) {
        return new NewDelivery(door, "http", "cap-1.2", "application/cap+xml", "flood.cap", product, "key-" + door, NOON,
                Optional.empty(), 4);
    }

    static NewDelivery expiring(NewDelivery delivery, Instant at) {
        return new NewDelivery(delivery.door(), delivery.doorKind(), delivery.standard(), delivery.mediaType(),
                delivery.fileName(), delivery.productBytes(), delivery.idempotencyKey(), delivery.due(), Optional.of(at),
                delivery.priority());
    }

    static NewDelivery urgent(NewDelivery delivery) {
        return new NewDelivery(delivery.door(), delivery.doorKind(), delivery.standard(), delivery.mediaType(),
                delivery.fileName(), delivery.productBytes(), delivery.idempotencyKey(), delivery.due(), delivery.expires(), 9);
    }

    static NewFeedEntry entry(String id, byte[] product) {
        return new NewFeedEntry("public-alerts", id, NOON, "Flood warning", "U", "cap-1.2", "application/cap+xml", product,
                Optional.empty());
    }

    static Decided decided(String partner, NewDelivery... deliveries) {
        return new Decided(agreement(partner), "1", partner, Outcome.PENDING, "{}", List.of(deliveries), List.of());
    }

    static Decided published(String partner, NewFeedEntry... entries) {
        return new Decided(agreement(partner), "1", partner, Outcome.DELIVERED, "{}", List.of(), List.of(entries));
    }

    static Decided withheld(String partner) {
        return new Decided(agreement(partner), "1", partner, Outcome.WITHHELD, "{\"because\":\"LEVEL\"}", List.of(), List.of());
    }

    static Exchanged exchanged(String message, Decided... decided) {
        return new Exchanged(message, 0, List.of(decided));
    }

    static String agreement(String partner) {
        return "urn:agreement:" + partner;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
