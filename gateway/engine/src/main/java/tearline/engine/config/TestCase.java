package tearline.engine.config;

import java.nio.file.Path;
import java.util.List;

/**
 * A test of an agreement.
 *
 * @param name     what it shows
 * @param given    the message, absolute; it is there
 * @param expects  delivered, withheld or not-covered
 * @param never    words that must not stand in a product
 * @param contains words that must stand in a product
 */
public record TestCase(String name, Path given, String expects, List<String> never, List<String> contains) {

    public TestCase {
        never = List.copyOf(never);
        contains = List.copyOf(contains);
    }
}
