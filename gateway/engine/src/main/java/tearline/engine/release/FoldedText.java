package tearline.engine.release;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Map;
import java.util.function.IntPredicate;

/** A text in which case, accents, invisible characters, look-alikes and punctuation make no difference, in the forms in which values are looked for. */
final class FoldedText {

    /** One form; every character remembers its range in the text, and whether a word begins with it. */
    record Form(String text, int[] from, int[] to, BitSet starts) {

        /** Whether it begins and ends where words do: a number is none of the digits in the middle of another. */
        boolean whole(int start, int end) {
            return starts.get(start) && (end + 1 == text.length() || starts.get(end + 1));
        }
    }

    /** Letters of other alphabets that are written for Latin ones, and Latin letters that do not decompose. */
    private static final String LOOK_ALIKE = "аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd ɡg αa βb εe ιi κk νv οo ρp τt υu χx ıi łl đd øo ðd";
    private static final Map<Integer, String> FOLDS = folds();
    private static final Map<String, String> STREETS = Words.pairs("streets");

    private final PlainText plain;
    private final Form words;

    FoldedText(String source) {
        plain = new PlainText(source);
        var form = new Builder(plain.text.length() + 2);
        form.blank(0, 0);
        for (int i = 0; i < plain.text.length(); ) {
            int point = plain.text.codePointAt(i);
            int from = plain.from(i), to = plain.to(i);
            i += Character.charCount(point);
            fold(point, from, to, form);
        }
        form.blank(source.length(), source.length());
        words = form.done();
    }

    /** The same as its reader sees it, before anything was folded. */
    PlainText plain() { return plain; }

    static String words(String value) {
        return new FoldedText(value).words.text().strip();
    }

    static String packed(String value) {
        return words(value).replace(" ", "");
    }

    /** Letters and digits in small case, everything else one blank, a blank at both ends. */
    Form words() { return words; }

    /** Without any blank: for what is written with blanks, without, or with some that nobody sees. */
    Form packed() { return filtered(c -> c != ' ', false); }

    /** The same with O as 0, I and L as 1: plates and numbers as people misread them. */
    Form confusable() { return filtered(c -> c != ' ', true); }

    static String confusable(String packed) {
        return packed.replace('o', '0').replace('i', '1').replace('l', '1');
    }

    /** Words with the words of addresses in their short form. */
    Form streets() {
        var form = new Builder(words.text().length());
        int start = 0;
        while (start < words.text().length()) {
            int end = words.text().indexOf(' ', start + 1);
            if (end < 0) end = words.text().length();
            var word = words.text().substring(start, end).strip();
            var folded = STREETS.get(word);
            if (folded == null) for (int i = start; i < end; i++) form.add(words.text().charAt(i), words.from()[i], words.to()[i]);
            else {
                form.add(' ', words.from()[start], words.to()[start]);
                for (int i = 0; i < folded.length(); i++) form.add(folded.charAt(i), words.from()[start + 1], words.to()[end - 1]);
            }
            start = end;
        }
        return form.done();
    }

    static String streets(String value) {
        return new FoldedText(value).streets().text().strip();
    }

    private Form filtered(IntPredicate keeps, boolean confusable) {
        var form = new Builder(words.text().length());
        var text = confusable ? confusable(words.text()) : words.text();
        for (int i = 0; i < text.length(); i++) {
            if (!keeps.test(text.charAt(i))) continue;
            if (i == 0 || text.charAt(i - 1) == ' ') form.starts.set(form.text.length());
            form.add(text.charAt(i), words.from()[i], words.to()[i]);
        }
        return form.done();
    }

    private static void fold(int point, int from, int to, Builder form) {
        if (point < 128) {
            letter(point, from, to, form);
            return;
        }
        int type = Character.getType(point);
        if (type == Character.FORMAT || type == Character.CONTROL || point == 0x034F || point == 0x115F || point == 0x1160 || point == 0x3164) return;
        var plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
        plain.codePoints().forEach(c -> {
            int kind = Character.getType(c);
            if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK) return;
            var folded = FOLDS.get(Character.toLowerCase(c));
            if (folded == null) letter(c, from, to, form);
            else folded.chars().forEach(one -> letter(one, from, to, form));
        });
    }

    private static void letter(int point, int from, int to, Builder form) {
        if (!Character.isLetterOrDigit(point)) form.blank(from, to);
        else if (Character.isDigit(point) && point > 127) form.add((char) ('0' + Character.digit(point, 10)), from, to);
        else if (point < 128) form.add((char) (point >= 'A' && point <= 'Z' ? point + 32 : point), from, to);
        else for (char c : Character.toChars(Character.toLowerCase(point))) form.add(c, from, to);
    }

    private static Map<Integer, String> folds() {
        var folds = new java.util.HashMap<Integer, String>();
        for (var pair : LOOK_ALIKE.split(" ")) folds.put((int) pair.charAt(0), pair.substring(1));
        folds.putAll(Map.of((int) 'ß', "ss", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'þ', "th"));
        return folds;
    }

    private static final class Builder {

        private final StringBuilder text;
        private int[] from;
        private int[] to;
        private final BitSet starts = new BitSet();

        Builder(int size) {
            text = new StringBuilder(size);
            from = new int[size + 8];
            to = new int[size + 8];
        }

        void blank(int start, int end) {
            if (text.length() == 0 || text.charAt(text.length() - 1) != ' ') add(' ', start, end);
        }

        void add(char c, int start, int end) {
            int index = text.length();
            if (index == from.length) {
                from = java.util.Arrays.copyOf(from, index * 2);
                to = java.util.Arrays.copyOf(to, index * 2);
            }
            from[index] = start;
            to[index] = end;
            text.append(c);
        }

        Form done() { return new Form(text.toString(), from, to, starts); }
    }
}
