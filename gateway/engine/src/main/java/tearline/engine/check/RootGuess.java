package tearline.engine.check;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.namespace.QName;

/** Guesses the root element from the first bytes, so that its schema can be chosen before the parser begins. Whoever asks must hold the guess against what the parser finds. */
final class RootGuess {

    private static final int FIRST = 2_048;

    private RootGuess() {}

    static Optional<QName> of(byte[] bytes) {
        var text = new String(bytes, 0, Math.min(bytes.length, FIRST), StandardCharsets.ISO_8859_1);
        int at = start(text);
        int end = at < 0 ? -1 : text.indexOf('>', at);
        if (end < 0) return Optional.empty();
        int nameEnd = at;
        while (nameEnd < end && !Numbers.isBlank(text.charAt(nameEnd)) && text.charAt(nameEnd) != '/') nameEnd++;
        var name = text.substring(at, nameEnd);
        int colon = name.indexOf(':');
        return Optional.of(new QName(namespace(text, nameEnd, end, colon < 0 ? "xmlns" : "xmlns:" + name.substring(0, colon)), name.substring(colon + 1)));
    }

    /** Where the name of the first element begins, behind the declaration, comments and instructions. */
    private static int start(String text) {
        for (int at = text.indexOf('<'); at >= 0 && at + 1 < text.length(); at = text.indexOf('<', at)) {
            if (text.startsWith("<?", at)) at = text.indexOf("?>", at);
            else if (text.startsWith("<!--", at)) at = text.indexOf("-->", at);
            else return text.charAt(at + 1) == '!' ? -1 : at + 1;
            if (at < 0) return -1;
        }
        return -1;
    }

    private static String namespace(String text, int from, int to, String attribute) {
        for (int at = text.indexOf(attribute, from); at >= 0 && at < to; at = text.indexOf(attribute, at + 1)) {
            int value = at + attribute.length();
            while (value < to && (Numbers.isBlank(text.charAt(value)) || text.charAt(value) == '=')) value++;
            char quote = text.charAt(value);
            if (quote != '"' && quote != '\'') continue; // another name that begins alike
            int end = text.indexOf(quote, value + 1);
            return end < 0 ? "" : text.substring(value + 1, end);
        }
        return "";
    }
}
