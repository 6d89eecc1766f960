package tearline.engine.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A piece of a text that is another text, written in base 64 or in hexadecimal digits. Most words could be base 64, and say nothing when they are read so: those are passed over. */
record Encoded(int start, int end, String text) {

    private static final int LEAST = 8;
    private static final int LEAST_HEX = 12;
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}[ :]?){6,}");

    static List<Encoded> base64(String text) {
        var found = new ArrayList<Encoded>(0);
        int begin = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at < text.length() && sextet(text.charAt(at)) >= 0) continue;
            if (at - begin >= LEAST) {
                var bytes = bytes(text, begin, at);
                if (says(bytes)) found.add(new Encoded(begin, at, new String(bytes, StandardCharsets.UTF_8)));
            }
            begin = at + 1;
        }
        return found;
    }

    static List<Encoded> hex(String text) {
        int run = 0, longest = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.digit(c, 16) >= 0) longest = Math.max(longest, ++run);
            else if (c != ' ' && c != ':') run = 0;
        }
        var found = new ArrayList<Encoded>(0);
        if (longest < LEAST_HEX) return found;
        for (var token = HEX.matcher(text); token.find();) found.add(new Encoded(token.start(), token.end(), PlainText.bytes(token.group().replaceAll("[ :]", ""))));
        return found;
    }

    private static byte[] bytes(String text, int begin, int end) {
        var bytes = new byte[(end - begin) * 3 / 4];
        int bits = 0, held = 0, next = 0;
        for (int at = begin; at < end; at++) {
            bits = bits << 6 | sextet(text.charAt(at));
            held += 6;
            if (held >= 8 && next < bytes.length) bytes[next++] = (byte) (bits >> (held -= 8));
        }
        return bytes;
    }

    /** Four letters, digits or blanks in a row, or text in another alphabet. */
    private static boolean says(byte[] bytes) {
        int run = 0;
        boolean other = false;
        for (byte one : bytes) {
            run = one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9' || one == ' ' ? run + 1 : 0;
            if (run == 4) return true;
            other |= one < 0;
        }
        return other && new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
    }

    private static int sextet(char c) {
        if (c >= 'A' && c <= 'Z') return c - 'A';
        if (c >= 'a' && c <= 'z') return c - 'a' + 26;
        if (c >= '0' && c <= '9') return c - '0' + 52;
        return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
    }
}
