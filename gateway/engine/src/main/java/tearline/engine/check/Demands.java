package tearline.engine.check;

import java.util.Set;
import tearline.engine.xml.Trust;

/** What is asked of a document beyond its standard, by its sender's file: whose signatures count, and which profiles it must keep. */
public record Demands(Trust trust, Set<String> profiles) {

    public static final Demands NONE = new Demands(Trust.NOBODY, Set.of());

    public Demands {
        profiles = Set.copyOf(profiles);
    }
}
