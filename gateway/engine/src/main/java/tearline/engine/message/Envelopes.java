package tearline.engine.message;

import java.util.List;
import java.util.Optional;
import tearline.common.Envelope;
import tearline.common.EnvelopeObject;
import tearline.common.Term;

/** Envelopes inside envelopes, taken as one: the innermost speaks, and every confidentiality and the least real status count. */
final class Envelopes {

    /** From real to least real; what is not listed is treated as Test. */
    private static final List<String> REALITY = List.of("Actual", "System", "Exercise", "Test");

    private Envelopes() {}

    static Optional<Envelope> merged(List<Envelope> outerFirst) {
        if (outerFirst.stream().limit(Math.max(0, outerFirst.size() - 1)).anyMatch(outer -> !wraps(outer))) outerFirst.forEach(Envelopes::speakForAll);
        Envelope merged = null;
        for (var envelope : outerFirst) {
            if (merged == null) {
                merged = envelope;
                continue;
            }
            var outer = merged;
            merged = envelope;
            if (merged.getSender() == null) merged.setSender(outer.getSender());
            if (merged.getId() == null) merged.setId(outer.getId());
            if (merged.getSent() == null) merged.setSent(outer.getSent());
            merged.setStatus(lessReal(outer.getStatus(), merged.getStatus()));
            if (outer.getConfidentiality() != null) {
                merged.setConfidentiality(merged.getConfidentiality() == null ? outer.getConfidentiality() : outer.getConfidentiality() + " + " + merged.getConfidentiality());
            }
            narrow(merged.getAddress(), outer.getAddress());
            merged.getRole().addAll(outer.getRole());
            merged.getKeyword().addAll(outer.getKeyword());
            if (merged.getExpires() == null) merged.setExpires(outer.getExpires());
            merged.getObject().addAll(0, outer.getObject().stream().filter(object -> object.getConfidentiality() != null).toList());
        }
        return Optional.ofNullable(merged);
    }

    /** Where both name somebody, only whom both name is meant; where that is nobody, an address stays that nobody has. */
    private static void narrow(List<Term> inner, List<Term> outer) {
        if (outer.isEmpty()) return;
        if (inner.isEmpty()) {
            inner.addAll(outer);
            return;
        }
        inner.removeIf(one -> outer.stream().noneMatch(other -> one.getValue().equalsIgnoreCase(other.getValue()) && String.valueOf(one.getList()).equalsIgnoreCase(String.valueOf(other.getList()))));
        if (inner.isEmpty()) {
            var nobody = new Term();
            nobody.setValue("");
            inner.add(nobody);
        }
    }

    /** It holds one thing and says nothing about it: the parts that are counted inside are the parts of the message. */
    private static boolean wraps(Envelope envelope) {
        return envelope.getObject().stream().mapToInt(EnvelopeObject::getParts).sum() == 1
                && envelope.getObject().stream().allMatch(object -> object.getConfidentiality() == null);
    }

    /** Elsewhere nobody can count from outside which part an object holds: then its confidentiality is everybody's. */
    private static void speakForAll(Envelope envelope) {
        envelope.getObject().stream().filter(object -> object.getConfidentiality() != null).forEach(object -> object.setParts(0));
    }

    private static String lessReal(String a, String b) {
        if (a == null) return b;
        if (b == null) return a;
        return rank(a) >= rank(b) ? a : b;
    }

    private static int rank(String status) {
        int at = REALITY.indexOf(status);
        return at < 0 ? REALITY.size() : at;
    }
}
