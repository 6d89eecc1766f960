package tearline.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import net.sf.saxon.s9api.QName;
import tearline.engine.Refusal;
import tearline.engine.xml.Saxon;
import tearline.server.store.Store;

/**
 * Finds the store of a configuration folder, or takes the folder for the store itself. The store may be opened beside a running
 * gateway: readers do not disturb its writer, and what writes takes SQLite's own lock.
 */
final class StoreFolder {

    private static final String FILE = "tearline.db";

    private StoreFolder() {}

    /** Never makes a new store: an empty journal would verify. */
    static Store open(Path folder) {
        var store = Files.isRegularFile(folder.resolve(FILE)) ? folder : named(folder);
        if (!Files.isRegularFile(store.resolve(FILE))) throw GaveUp.usedWrongly("there is no store in " + store);
        return Store.open(store, Clock.systemUTC());
    }

    /** Only this one line of gateway.xml: a mistake elsewhere must not hide the journal. */
    private static Path named(Path folder) {
        try {
            for (var child : Saxon.elements(Saxon.root(Saxon.tree(Files.readAllBytes(folder.resolve("gateway.xml")))))) {
                if (child.getNodeName().getLocalName().equals("store")) return folder.resolve(child.getAttributeValue(new QName("folder")));
            }
            throw GaveUp.usedWrongly(folder.resolve("gateway.xml") + " names no store");
        } catch (IOException | Refusal e) {
            throw GaveUp.usedWrongly(folder + " is neither a configuration nor a store");
        }
    }
}
