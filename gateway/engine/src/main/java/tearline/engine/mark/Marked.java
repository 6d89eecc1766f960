package tearline.engine.mark;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.marking.Label;
import tearline.engine.marking.Portion;
import tearline.engine.model.Categories.Category;
import tearline.engine.model.Position;
import tearline.engine.model.Record;
import tearline.engine.standard.Instants;

/**
 * A record with the effective marking of every portion. Status is the less real of envelope and payload.
 *
 * @param banner the high-water mark of everything
 * @param labels  by leaf element, in the order of the document; an element without a label is withheld
 * @param outline what hangs together: a release must not keep one half of it
 */
public record Marked(Incoming incoming, Record record, String status, Label banner, Map<XdmNode, Labelled> labels, Outline outline) {

    /**
     * A leaf of the record.
     *
     * @param number   of the element, counted from 0 in the order of the document; what stands inside an extension does not count
     * @param position where it stands in the common model; nothing for what the model does not know
     * @param label    of the whole leaf
     * @param base     what an unmarked portion of its text inherits
     * @param portions of free text that is marked in itself and may be cut; else empty
     */
    public record Labelled(int number, Optional<Position> position, String text, Category category, Label label, Label base, List<Portion> portions) {}

    /** Until when it is of use to anybody: as the record says or, where that is sooner, the distribution it came in (EDXL-DE 2.0, dateTimeExpires). */
    public Optional<Instant> deadline() {
        return Stream.concat(Stream.ofNullable(record.header().getExpires()), incoming.envelope().stream().flatMap(envelope -> Stream.ofNullable(envelope.getExpires())))
                .flatMap(text -> Instants.parse(text).stream()).min(Comparator.naturalOrder());
    }

    /** Partners with the same view may share a release, unless some portion names partners one by one. */
    public boolean namesPartners() {
        return labels.values().stream().anyMatch(one -> one.label().list() != null);
    }
}
