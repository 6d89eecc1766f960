package tearline.server.retention;

import java.time.Instant;
import java.util.Optional;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.model.Record;
import tearline.engine.xml.Saxon;
import tearline.server.store.Kept;

/** What a record in the common model says of its own time. */
final class RecordDates {

    private RecordDates() {}

    /** A document that names no day of its creation is counted from its receipt. */
    static Kept of(String message, Instant received, Record record) {
        var header = record.header();
        var created = Optional.ofNullable(header.getCreated()).filter(text -> !text.isBlank()).or(() -> Optional.ofNullable(header.getSent())).flatMap(Dates::first).orElse(received);
        return new Kept(message, String.join("\n", header.getKind().value(), header.getSender(), header.getId()), header.getKind().value(), header.getSender(), field(record, "review", "determination"), created,
                Dates.last(field(record, "submission", "purgeDate")), Dates.last(field(record, "submission", "purgeReviewDate")), Optional.empty(), Optional.empty(), Kept.NOBODY_TOLD, false, false);
    }

    /** The last one written. */
    private static String field(Record record, String section, String name) {
        var found = "";
        for (XdmNode child : Saxon.elements(record.root())) {
            if (!child.getNodeName().getLocalName().equals(section)) continue;
            for (XdmNode field : Saxon.elements(child)) if (field.getNodeName().getLocalName().equals(name)) found = field.getStringValue().strip();
        }
        return found;
    }
}
