package tearline.engine.standard;

import java.util.List;
import java.util.Optional;

/** What a payload says of itself, in words that mean the same for every standard. Times keep their lexical form. */
public record Facts(List<String> identity, Optional<String> sender, Optional<String> id, Optional<String> status, Optional<String> type,
                    Optional<String> sent, Optional<String> expires, List<String> references, List<String> marks, List<String> incidents, Optional<String> sequence) {

    /** The identity as one key, or empty where the standard has none or the document leaves a part of it blank. */
    public Optional<String> identityKey(String standardFamily) {
        if (identity.isEmpty() || identity.stream().allMatch(String::isBlank)) return Optional.empty();
        return Optional.of(key(standardFamily, identity));
    }

    /** The key of the identity with these values, as another message names it; an instant must be in its normal form. */
    public static String key(String standardFamily, List<String> identity) {
        return standardFamily + "\u001f" + String.join("\u001f", identity);
    }
}
