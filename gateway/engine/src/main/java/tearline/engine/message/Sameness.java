package tearline.engine.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import tearline.common.Envelope;
import tearline.engine.model.Binding;
import tearline.engine.xml.Saxon;

/** Says whether two messages with one identity are exact duplicates: the same canonical payload, and the same envelope facts that mark or plan. */
public final class Sameness {

    static {
        Init.init();
    }

    private Sameness() {}

    public static boolean same(Message a, Part partA, Message b, Part partB) {
        return Arrays.equals(canonical(partA), canonical(partB)) && Arrays.equals(facts(a.envelope()), facts(b.envelope()));
    }

    /** Exclusive canonical XML without comments: prefixes of an envelope and white space in tags make no difference. */
    private static byte[] canonical(Part part) {
        try {
            var out = new ByteArrayOutputStream();
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS).canonicalize(Saxon.serialize(part.document()), out, true);
            return out.toByteArray();
        } catch (XMLSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its own id and time may differ: the same document in a new envelope is still the same. */
    private static byte[] facts(Optional<Envelope> envelope) {
        if (envelope.isEmpty()) return new byte[0];
        var facts = Binding.copy(envelope.get());
        facts.setId(null);
        facts.setSent(null);
        if (saysNothing(facts)) return new byte[0];
        return write(facts);
    }

    /** A SOAP envelope is only a way to come: it marks and plans nothing, so the same by another door is the same. */
    private static boolean saysNothing(Envelope envelope) {
        var rest = Binding.copy(envelope);
        rest.setSender(null);
        rest.getObject().removeIf(object -> object.getConfidentiality() == null);
        return Arrays.equals(write(rest), write(new Envelope()));
    }

    private static byte[] write(Envelope envelope) {
        return Saxon.serialize(Binding.write("envelope", envelope, Envelope.class));
    }
}
