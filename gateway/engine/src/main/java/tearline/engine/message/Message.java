package tearline.engine.message;

import java.util.List;
import java.util.Optional;
import tearline.common.Envelope;
import tearline.engine.Finding;

/** What came in, byte for byte, once, and the parts that were found in it. */
public record Message(byte[] bytes, String standard, Optional<Envelope> envelope, List<Finding> findings, List<Part> parts) {

    /** The same bytes, for what they mean to what was carried before. */
    public Message with(List<Part> others) {
        return new Message(bytes, standard, envelope, findings, List.copyOf(others));
    }

    public List<Part> accepted() {
        return parts.stream().filter(Part::accepted).toList();
    }
}
