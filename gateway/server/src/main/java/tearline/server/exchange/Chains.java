package tearline.server.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tearline.engine.lifecycle.Copy;
import tearline.engine.lifecycle.Holding;
import tearline.engine.lifecycle.Lifecycle;
import tearline.engine.lifecycle.Named;
import tearline.engine.lifecycle.Told;
import tearline.engine.lifecycle.Type;
import tearline.engine.plan.Past;
import tearline.server.store.Life;
import tearline.server.store.Store;
import tearline.server.store.StoredCopy;
import tearline.server.store.StoredDocument;

/** What the store knows of the documents that a part speaks of, and that speak of it. */
final class Chains {

    /** Longer ones are cut at their far end: who updates something a thousand times names the latest. */
    private static final int LONGEST = 1000;
    private final Store store;
    private final String gateway;

    Chains(Store store, String gatewaySender) {
        this.store = store;
        this.gateway = gatewaySender;
    }

    /** An earlier message of the same chain has no verdicts yet: only then is it known who holds what. */
    boolean waits(String messageId, int part) {
        return store.document(messageId, part).map(document -> new Chain(document).waits()).orElse(false);
    }

    Past past(String messageId, int part) {
        return store.document(messageId, part).map(document -> new Chain(document).past()).orElse(Past.unknown());
    }

    /** As if nobody held anything of its chain: only whether it still stands. */
    Past standing(String messageId, int part) {
        return store.document(messageId, part).map(document -> new Past(true, new Chain(document).gaveWay(), java.util.Map.of())).orElse(Past.unknown());
    }

    /** The other messages of the same record, of its own sender. */
    List<StoredDocument> ofTheSameRecord(String messageId, int part) {
        return store.document(messageId, part).map(self -> Stream.concat(Stream.of(new Life.Name(self.sender(), self.id(), "")), self.life().names().stream().filter(name -> name.sender().equals(self.sender())))
                .flatMap(name -> store.documents(self.kind(), name.sender(), name.id()).stream()).filter(one -> !one.messageId().equals(messageId)).distinct().toList()).orElse(List.of());
    }

    /** How many versions of its record were made here until it came. */
    int madeHere(String messageId, int part) {
        return store.document(messageId, part).filter(self -> self.kind().equals("sar")).map(self -> (int) store.documents(self.kind(), self.sender(), self.id()).stream()
                .filter(one -> one.isStripped() && one.order() <= self.order()).count()).orElse(0);
    }

    /** Whether it names a document of another sender's as if it were its own to change. */
    boolean isSpoofed(String messageId, int part) {
        return store.document(messageId, part).map(document -> new Chain(document).isSpoofed()).orElse(false);
    }

    private final class Chain {

        private final StoredDocument self;
        private final Told told;
        private final Map<String, StoredDocument> documents = new LinkedHashMap<>();
        private final List<StoredDocument> direct = new ArrayList<>();

        Chain(StoredDocument self) {
            this.self = self;
            this.told = told(self);
            documents.put(self.key(), self);
            direct.addAll(store.speakingOf(self.kind(), self.sender(), self.id()));
            direct.addAll(under(self));
            direct.forEach(one -> documents.putIfAbsent(one.key(), one));
        }

        private List<StoredDocument> under(StoredDocument document) {
            var all = new ArrayList<>(store.documents(document.kind(), document.sender(), document.id()));
            for (var name : document.life().names()) {
                if (!name.id().equals(document.id()) || !name.sender().equals(document.sender())) all.addAll(store.documents(document.kind(), name.sender(), name.id()));
            }
            return all;
        }

        /** Of its own sender; who names another's moves nothing of it. */
        private void toTheBeginning() {
            var next = new ArrayDeque<>(direct);
            var seen = new java.util.HashSet<>(java.util.Set.of(self.key()));
            while (!next.isEmpty() && documents.size() < LONGEST) {
                var one = next.poll();
                if (!seen.add(one.key()) || !one.sender().equals(self.sender())) continue;
                documents.putIfAbsent(one.key(), one);
                store.speakingOf(one.kind(), one.sender(), one.id()).forEach(other -> documents.putIfAbsent(other.key(), other)); // a copy of this may stand in for it
                next.addAll(under(one));
            }
        }

        boolean waits() {
            return direct.stream().anyMatch(one -> !one.isFinished() && isBefore(one) && one.sender().equals(self.sender()));
        }

        private boolean isBefore(StoredDocument one) {
            return one.order() < self.order() || one.order() == self.order() && one.part() < self.part();
        }

        boolean isSpoofed() {
            return lifecycle().isSpoofed(told);
        }

        private Lifecycle lifecycle() {
            return new Lifecycle(documents.values().stream().map(Chains::told).toList());
        }

        Past past() {
            toTheBeginning();
            var known = lifecycle();
            var copies = new HashMap<String, Map<String, Copy>>();
            for (var document : documents.values()) {
                for (var copy : store.copies(document.messageId(), document.part())) copies.computeIfAbsent(copy.agreement(), any -> new HashMap<>()).put(document.key(), copy(copy));
            }
            var owns = new HashMap<String, Past.Own>();
            copies.forEach((agreement, own) -> {
                var holding = Holding.of(told, known, own);
                if (!holding.all().isEmpty()) owns.put(agreement, Past.Own.of(agreement, holding, gateway));
            });
            return new Past(true, gaveWay(), owns);
        }

        /** Only what was carried on itself has taken its place; what an operator must still look at has not. */
        private Optional<String> gaveWay() {
            var carried = direct.stream().filter(one -> one.state().equals("done")).map(Chains::told).toList();
            var known = new ArrayList<>(carried);
            known.add(told);
            return new Lifecycle(known).replaced(told).map(standing -> standing + "-ON-ARRIVAL");
        }
    }

    private static Told told(StoredDocument document) {
        var life = document.life();
        return new Told(document.key(), document.kind(), document.sender(), document.id(), life.sent(), life.reality(), life.sequence(), Type.of(life.type()),
                life.names().stream().map(name -> new Named(name.sender(), name.id(), name.sent())).toList(), life.expires());
    }

    private static Copy copy(StoredCopy copy) {
        var presence = copy.arrived() ? Copy.Presence.ARRIVED
                : copy.waits() ? copy.doubtful() ? Copy.Presence.QUEUED_DOUBTFUL : Copy.Presence.QUEUED
                : copy.doubtful() ? Copy.Presence.GONE_DOUBTFUL : Copy.Presence.NEVER;
        return new Copy(copy.base().messageId() + "/" + copy.base().part(), presence, copy.waits(), copy.ends(), copy.document(), copy.sender(), copy.sent(), copy.content());
    }
}
