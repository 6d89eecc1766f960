package tearline.engine.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tearline.common.Envelope;
import tearline.common.EnvelopeObject;
import tearline.common.Term;
import tearline.engine.config.Agreement;
import tearline.engine.mark.Incoming;

/** For whom a distribution says that it is. It can leave an agreement out; what nobody agreed to it cannot let in. */
final class Audience {

    private Audience() {}

    static Optional<String> whyNot(Incoming incoming, Agreement agreement) {
        if (incoming.envelope().isEmpty()) return Optional.empty();
        var envelope = incoming.envelope().get();
        if (!isAddressed(incoming, envelope, agreement)) return Optional.of("the distribution is addressed to others");
        return isMeant(terms(envelope, incoming.part().index()), agreement) ? Optional.empty() : Optional.of("the distribution is for other roles or keywords");
    }

    /** An address that nobody has mapped is somebody else's (EDXL-DE 1.0 §3.2.1, explicitAddress). */
    private static boolean isAddressed(Incoming incoming, Envelope envelope, Agreement agreement) {
        if (envelope.getAddress().isEmpty()) return true;
        var lists = incoming.sender().sends().map(sends -> sends.lists()).orElse(Map.of());
        return envelope.getAddress().stream().anyMatch(one -> agreement.meant().addresses().contains(Agreement.Meant.address(list(one), one.getValue()))
                || lists.getOrDefault(one.getValue(), Set.of()).contains(agreement.partner()));
    }

    /** Of a list in which the agreement has terms, one of those must be said, or nothing at all. */
    private static boolean isMeant(Map<String, Set<String>> said, Agreement agreement) {
        return agreement.meant().terms().entrySet().stream().allMatch(own -> {
            var values = said.get(own.getKey());
            return values == null || values.stream().anyMatch(own.getValue()::contains);
        });
    }

    private static Map<String, Set<String>> terms(Envelope envelope, int part) {
        var said = new HashMap<String, Set<String>>();
        add(said, envelope.getRole());
        add(said, envelope.getKeyword());
        int from = 0;
        for (EnvelopeObject object : envelope.getObject()) {
            if (part >= from && part < from + object.getParts()) {
                add(said, object.getRole());
                add(said, object.getKeyword());
            }
            from += object.getParts();
        }
        return said;
    }

    private static void add(Map<String, Set<String>> said, Collection<Term> terms) {
        terms.forEach(term -> said.computeIfAbsent(list(term), any -> new HashSet<>()).add(term.getValue()));
    }

    private static String list(Term term) {
        return term.getList() == null ? "" : term.getList();
    }
}
