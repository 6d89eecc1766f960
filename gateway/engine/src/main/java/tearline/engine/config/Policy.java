package tearline.engine.config;

import java.util.Map;

/**
 * An allow-list that several agreements share.
 *
 * @param name      its name, the same as the file's
 * @param title     what people call it
 * @param keeps     information category to what is done with it; never empty
 * @param discloses what a product tells of its own redaction
 * @param sha256    digest of its file, 64 hexadecimal digits in small letters
 */
public record Policy(String name, String title, Map<String, Operation> keeps, Disclosure discloses, String sha256) {

    public Policy { keeps = Map.copyOf(keeps); }
}
