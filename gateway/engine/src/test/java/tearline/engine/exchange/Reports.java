package tearline.engine.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demo's report of suspicious activity, and variants of it. */
final class Reports {

    private Reports() {}

    /** Banner CUI//LEI/PRVCY, portion-marked narrative, a person, a vehicle with a plate, an association of both. */
    static String photography() {
        try {
            return Files.readString(Path.of("../../samples/demo/messages/03-photography-report.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
