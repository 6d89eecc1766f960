package tearline.engine.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import tearline.engine.xml.XmlReader;

/**
 * Reads a finished product as its receiver will and looks for what was withheld. It shares no code with the redactor,
 * and what it cannot read does not leave.
 */
public final class Verifier {

    /** Shorter values stand everywhere by chance. */
    private static final int SHORTEST = 4;
    private final XMLInputFactory xml = XmlReader.stax();
    private final JsonFactory json = new JsonFactory();

    /** The reason for which the product must stop, or nothing. */
    public Optional<String> stop(byte[] product, String mediaType, String fileName, Collection<String> secrets) {
        List<String> texts;
        try {
            texts = mediaType.contains("json") ? jsonTexts(product) : mediaType.contains("xml") ? xmlTexts(product) : List.of(new String(product, java.nio.charset.StandardCharsets.UTF_8));
        } catch (XMLStreamException | IOException e) {
            return Optional.of("VERIFIER-CANNOT-READ");
        }
        var all = fold(String.join("\n", texts) + "\n" + fileName);
        var packed = all.replace(" ", "");
        for (var secret : secrets) {
            var wanted = fold(secret).strip();
            if (wanted.length() < SHORTEST) continue;
            if (all.contains(" " + wanted + " ")) return Optional.of("VERIFIER-FOUND-WITHHELD");
            var joined = wanted.replace(" ", "");
            boolean number = joined.length() >= 6 && joined.chars().filter(Character::isDigit).count() >= 4;
            boolean words = joined.length() >= 8 && wanted.contains(" "); // written as one, or with a blank that nobody sees
            if ((number || words) && packed.contains(joined)) return Optional.of("VERIFIER-FOUND-WITHHELD");
        }
        return Optional.empty();
    }

    /** Text runs of one element are put together before anything is looked for: a comment inside a number hides nothing. */
    private List<String> xmlTexts(byte[] product) throws XMLStreamException {
        var texts = new ArrayList<String>();
        var run = new StringBuilder();
        var reader = xml.createXMLStreamReader(new ByteArrayInputStream(product));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a DOCTYPE in a product");
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> run.append(reader.getText());
                case XMLStreamConstants.COMMENT -> texts.add(reader.getText());
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> texts.add(reader.getPITarget() + " " + reader.getPIData());
                case XMLStreamConstants.START_ELEMENT -> {
                    run.append('\n');
                    for (int i = 0; i < reader.getAttributeCount(); i++) texts.add(reader.getAttributeValue(i));
                }
                case XMLStreamConstants.END_ELEMENT -> run.append('\n');
                default -> { }
            }
        }
        texts.add(run.toString());
        return texts;
    }

    private List<String> jsonTexts(byte[] product) throws IOException {
        var texts = new ArrayList<String>();
        try (var parser = json.createParser(product)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() || token == JsonToken.FIELD_NAME) texts.add(parser.getText());
            }
        }
        return texts;
    }

    /** Letters and digits in small case, everything else one blank, a blank at both ends. */
    private static String fold(String text) {
        var folded = new StringBuilder(text.length() + 2).append(' ');
        java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD).codePoints().forEach(c -> {
            if (Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.FORMAT) return; // a soft hyphen hides nothing
            if (Character.isLetterOrDigit(c)) folded.appendCodePoint(Character.toLowerCase(c));
            else if (folded.charAt(folded.length() - 1) != ' ') folded.append(' ');
        });
        return folded.charAt(folded.length() - 1) == ' ' ? folded.toString() : folded.append(' ').toString();
    }
}
