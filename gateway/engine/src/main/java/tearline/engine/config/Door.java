package tearline.engine.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A way out to one partner. */
public sealed interface Door {

    /** Its name, unlike that of the agreement's other doors. */
    String name();

    /**
     * Products are posted.
     *
     * @param uri    https, or http on this machine
     * @param secret the token that we show the partner
     */
    record Http(String name, URI uri, Optional<Secret> secret) implements Door { }

    /**
     * Products are written as files.
     *
     * @param path the folder, absolute; need not exist yet
     */
    record Folder(String name, Path path) implements Door { }

    /**
     * Products are published at /feeds/NAME for the partner to fetch; no other partner has a feed of this name.
     *
     * @param active all CAP alerts in force, instead of everything in the order in which it came
     */
    record Feed(String name, boolean active) implements Door { }
}
