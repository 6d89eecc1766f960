package tearline.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which parts belong to an incident. */
class IncidentsTest {

    @TempDir
    Path folder;

    @Test
    void theLatestPartOfAnIncidentComesFirst() {
        try (var store = open()) {
            store.accept(message("m-1", part("cap:a", NewPart.ACCEPTED, List.of("flood", "bridge"), List.of()))).join();
            store.accept(message("m-2", part("cap:b", NewPart.ACCEPTED, List.of("flood"), List.of()))).join();

            assertThat(store.partsOfIncident("flood")).extracting(StoredPart::messageId).containsExactly("m-2", "m-1");
            assertThat(store.partsOfIncident("bridge")).extracting(StoredPart::messageId).containsExactly("m-1");
            assertThat(store.partsOfIncident("fire")).isEmpty();
        }
    }

    @Test
    void whatUpdatesAPartBelongsToItsIncidents() {
        try (var store = open()) {
            store.accept(message("m-1", part("cap:a", NewPart.ACCEPTED, List.of("flood"), List.of()))).join();
            store.accept(message("m-2", part("cap:b", NewPart.ACCEPTED, List.of(), List.of("cap:a", "cap:unheard of")))).join();

            assertThat(store.partsOfIncident("flood")).extracting(StoredPart::messageId).containsExactly("m-2", "m-1");
        }
    }

    @Test
    void aRefusedPartBelongsToNone() {
        try (var store = open()) {
            store.accept(message("m-1", part("cap:a", NewPart.REFUSED, List.of("flood"), List.of()))).join();

            assertThat(store.partsOfIncident("flood")).isEmpty();
        }
    }

    @Test
    void aStoreOfTheFirstVersionLearnsOfIncidentsFromThenOn() throws Exception {
        OldStore.of(folder, 1);
        try (var store = open()) {
            store.accept(message("m-2", part("cap:b", NewPart.ACCEPTED, List.of("flood"), List.of("cap:a")))).join();

            assertThat(store.find("m-1")).isPresent();
            assertThat(store.partsOfIncident("flood")).extracting(StoredPart::messageId).containsExactly("m-2");
        }
    }

    private Store open() {
        return Store.open(folder, Clock.systemUTC());
    }

    private static NewPart part(String key, String status, List<String> incidents, List<String> references) {
        return new NewPart(0, "cap-1.2", "1.2", "alert", List.of(key), -1, -1, status, "[]", incidents, references);
    }

    private static NewMessage message(String id, NewPart part) {
        return new NewMessage(id, Given.NOON, "http", "county-dispatch", "application/cap+xml", Given.bytes("<alert/>"), "5ha", List.of(part), "{}");
    }
}
