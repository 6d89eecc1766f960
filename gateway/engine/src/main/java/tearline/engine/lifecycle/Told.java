package tearline.engine.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tearline.common.Header;
import tearline.engine.standard.Instants;

/**
 * A document as its lifecycle sees it.
 *
 * @param key      what whoever asks calls it
 * @param kind     alert, situation or sar: documents of different kinds never touch each other
 * @param sent     in its normal form; empty where it is not known
 * @param reality  Actual, Exercise, Test, …: an exercise moves nothing real; empty where it is not known
 * @param sequence of the versions of one record; 0 where the standard counts none
 * @param names    what it speaks of, of whatever sender
 */
public record Told(String key, String kind, String sender, String id, String sent, String reality, long sequence, Type type, List<Named> names, Optional<Instant> expires) {

    public Told {
        names = List.copyOf(names);
    }

    /** As the common model has it. */
    public static Told of(String key, Header header, String reality) {
        var names = header.getReference().stream().flatMap(one -> Named.of(one.getSender(), one.getId(), one.getSent()).stream()).toList();
        return new Told(key, header.getKind().value(), header.getSender().strip(), header.getId().strip(), Instants.normal(header.getSent()), reality, sequence(header.getSequence()),
                Type.of(header.getType().value()), names, Optional.ofNullable(header.getExpires()).flatMap(Instants::parse));
    }

    /** 0 for what is no number. */
    public static long sequence(String text) {
        return text != null && text.strip().matches("[0-9]{1,18}") ? Long.parseLong(text.strip()) : 0;
    }

    /** Only its own sender may update or cancel a document; a name that another sender's document uses moves nothing. */
    public boolean speaksOf(Told earlier) {
        if (key.equals(earlier.key) || !kind.equals(earlier.kind) || !sender.equals(earlier.sender) || !isAsReal(earlier)) return false;
        if (id.equals(earlier.id)) return type != Type.ACK && isLaterVersionOf(earlier);
        return switch (type) {
            case CANCEL, ERROR -> names(earlier);
            case UPDATE -> names(earlier) && !isBefore(earlier);
            default -> false;
        };
    }

    /** Speaks of it, and takes its place or takes it back. */
    public boolean replaces(Told earlier) {
        return type != Type.ERROR && speaksOf(earlier);
    }

    /** Who names a document of somebody else's, which it cannot move. */
    public boolean reachesFor(Told other) {
        return type.replaces() && kind.equals(other.kind) && !sender.equals(other.sender) && isAsReal(other) && names(other);
    }

    private boolean isAsReal(Told other) {
        return reality.isEmpty() || other.reality.isEmpty() || reality.equals(other.reality);
    }

    private boolean names(Told other) {
        return names.stream().anyMatch(name -> name.fits(other));
    }

    /** The same identifier again: a later version, whether it says so or not; of a record, its end is always the last. */
    private boolean isLaterVersionOf(Told earlier) {
        if (sequence == 0 && earlier.sequence == 0) return sent.isEmpty() || earlier.sent.isEmpty() ? names(earlier) : isAfter(earlier);
        if ((type == Type.CANCEL) != (earlier.type == Type.CANCEL)) return type == Type.CANCEL;
        // A version that was made here has the number of what it was made of: it is the later one.
        return sequence > earlier.sequence || sequence == earlier.sequence && type == Type.UPDATE && isAfter(earlier);
    }

    /** An update of what was sent after it is a circle or a slip; two of one second that name each other are told apart by their ids. */
    private boolean isBefore(Told other) {
        int order = compare(other);
        return order < 0 || order == 0 && other.type == Type.UPDATE && other.names(this) && id.compareTo(other.id) < 0;
    }

    private boolean isAfter(Told other) {
        return compare(other) > 0;
    }

    private int compare(Told other) {
        return sent.isEmpty() || other.sent.isEmpty() ? 0 : moment(sent).compareTo(moment(other.sent));
    }

    /** Times without a fraction and with one are no texts to compare. */
    private static Instant moment(String sent) {
        return Instants.parse(sent).orElse(Instant.EPOCH);
    }
}
