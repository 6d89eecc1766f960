package tearline.engine.mark;

import java.util.List;
import java.util.Optional;
import tearline.common.Envelope;
import tearline.engine.config.Partner;
import tearline.engine.message.Message;
import tearline.engine.message.Part;
import tearline.engine.message.Withdrawal;
import tearline.engine.xml.Saxon;

/**
 * One accepted part on its way to the partners, with the envelope it came in, who sent it, and its own bytes as they came.
 *
 * @param updates what it takes the place of because its envelope says so, and it does not
 */
public record Incoming(String messageId, Part part, Optional<Envelope> envelope, Partner sender, byte[] original, List<Withdrawal.Carried> updates) {

    /** A bare document is the message itself; inside an envelope, or where it had to be made good, a part is written out on its own. */
    public static Incoming of(String messageId, Message message, Part part, Partner sender) {
        var original = message.envelope().isEmpty() && !part.mended() ? message.bytes() : Saxon.serialize(part.document());
        return new Incoming(messageId, part, message.envelope(), sender, original, List.of());
    }

    public Incoming updating(List<Withdrawal.Carried> earlier) {
        return new Incoming(messageId, part, envelope, sender, original, List.copyOf(earlier));
    }
}
