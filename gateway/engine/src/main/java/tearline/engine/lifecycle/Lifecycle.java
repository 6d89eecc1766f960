package tearline.engine.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of each of several documents: the one definition of what is in force. It depends on which documents are known,
 * never on the order in which they came: what arrives after its own update or cancellation is replaced from the start.
 */
public final class Lifecycle {

    /** SPOKEN: it says nothing that could be in force, as a cancellation, an acknowledgement or an error. */
    public enum Standing { ACTIVE, SUPERSEDED, CANCELLED, EXPIRED, SPOKEN }

    private final Map<String, List<Told>> byDocument = new HashMap<>();
    private final Map<String, List<Told>> byNamed = new HashMap<>();

    public Lifecycle(Collection<Told> known) {
        for (var told : known) {
            byDocument.computeIfAbsent(document(told.kind(), told.sender(), told.id()), any -> new ArrayList<>()).add(told);
            told.names().stream().map(name -> document(told.kind(), name.sender(), name.id())).distinct()
                    .forEach(named -> byNamed.computeIfAbsent(named, any -> new ArrayList<>()).add(told));
        }
    }

    public List<Told> all() {
        return byDocument.values().stream().flatMap(List::stream).toList();
    }

    public Standing standing(Told told, Instant now) {
        if (!told.type().tells()) return Standing.SPOKEN;
        return replaced(told).orElseGet(() -> told.expires().filter(at -> !at.isAfter(now)).map(at -> Standing.EXPIRED).orElse(Standing.ACTIVE));
    }

    /** Superseded or cancelled, where a known document says so; a cancellation is the last word. */
    public Optional<Standing> replaced(Told told) {
        var by = replacing(told);
        if (by.isEmpty()) return Optional.empty();
        return Optional.of(by.stream().anyMatch(one -> one.type() == Type.CANCEL) ? Standing.CANCELLED : Standing.SUPERSEDED);
    }

    public List<Told> replacing(Told told) {
        var named = document(told.kind(), told.sender(), told.id());
        var all = new ArrayList<>(byDocument.getOrDefault(named, List.of()));
        byNamed.getOrDefault(named, List.of()).stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all.stream().filter(one -> one.replaces(told)).toList();
    }

    /** The known documents that this one speaks of directly and may move. */
    public List<Told> spokenOf(Told told) {
        var all = new ArrayList<>(byDocument.getOrDefault(document(told.kind(), told.sender(), told.id()), List.of()));
        for (var name : told.names()) {
            byDocument.getOrDefault(document(told.kind(), name.sender(), name.id()), List.of()).stream().filter(one -> !all.contains(one)).forEach(all::add);
        }
        return all.stream().filter(told::speaksOf).toList();
    }

    /** Whether it tries to update or cancel a known document of another sender. */
    public boolean isSpoofed(Told told) {
        return told.names().stream().flatMap(name -> byDocument.getOrDefault(document(told.kind(), name.sender(), name.id()), List.of()).stream()).anyMatch(told::reachesFor);
    }

    private static String document(String kind, String sender, String id) {
        return kind + "\n" + sender + "\n" + id;
    }
}
