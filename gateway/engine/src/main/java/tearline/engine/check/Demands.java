package tearline.engine.check;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tearline.engine.xml.Trust;

/**
 * What is asked of a document beyond its standard, by its sender's file and by the clock.
 *
 * @param trust    whose signatures count
 * @param profiles which profiles it must keep
 * @param received when it came; nothing where it is only looked at, which no clock has a say in
 */
public record Demands(Trust trust, Set<String> profiles, Optional<Instant> received) {

    public static final Demands NONE = new Demands(Trust.NOBODY, Set.of());

    public Demands(Trust trust, Set<String> profiles) {
        this(trust, profiles, Optional.empty());
    }

    public Demands {
        profiles = Set.copyOf(profiles);
    }
}
