package tearline.engine.verify;

import java.text.Normalizer;

/** The verifier's own way of making texts comparable: letters and digits in small case, everything else one blank. */
final class Folding {

    private Folding() {}

    static String words(String text) {
        return fold(text).strip();
    }

    static String fold(String text) {
        var folded = new StringBuilder(text.length() + 2).append(' ');
        boolean ascii = true;
        for (int i = 0; i < text.length() && ascii; i++) ascii = text.charAt(i) < 128;
        var plain = ascii ? text : Normalizer.normalize(Normalizer.normalize(text, Normalizer.Form.NFKC), Normalizer.Form.NFKD);
        plain.codePoints().forEach(c -> {
            if (c >= 128) {
                int type = Character.getType(c);
                if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) return; // a soft hyphen hides nothing
            }
            if (Character.isLetterOrDigit(c)) folded.appendCodePoint(Character.toLowerCase(c));
            else if (folded.charAt(folded.length() - 1) != ' ') folded.append(' ');
        });
        return folded.charAt(folded.length() - 1) == ' ' ? folded.toString() : folded.append(' ').toString();
    }
}
