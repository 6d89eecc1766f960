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
 * @param ahead how many versions of its record its sender did not count, because they were made here: its readers have counted them
 * @param from  who made it
 * @param updates what it takes the place of because its envelope says so, and it does not
 */
public record Incoming(String messageId, Part part, Optional<Envelope> envelope, Partner sender, byte[] original, int ahead, From from, List<Withdrawal.Carried> updates) {

    /** Its sender; or whoever keeps it, as what is left of a report without its privacy, or as the end of what was purged. */
    public enum From { SENDER, STRIPPED, ENDED }

    /** A bare document is the message itself; inside an envelope, or where it had to be made good, a part is written out on its own. */
    public static Incoming of(String messageId, Message message, Part part, Partner sender) {
        var original = message.envelope().isEmpty() && !part.mended() ? message.bytes() : Saxon.serialize(part.document());
        return new Incoming(messageId, part, message.envelope(), sender, original, 0, From.SENDER, List.of());
    }

    public Incoming kept(int ahead, From from) {
        return new Incoming(messageId, part, envelope, sender, original, ahead, from, updates);
    }

    public Incoming updating(List<Withdrawal.Carried> earlier) {
        return new Incoming(messageId, part, envelope, sender, original, ahead, from, List.copyOf(earlier));
    }
}
