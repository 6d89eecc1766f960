package tearline.engine.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Words that occur nowhere but where a test put them, and how they are found again, in plain text or encoded. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("Cnry\\d{4,5}y");
    private static final Pattern REFERENCE = Pattern.compile("&#(?:x([0-9a-fA-F]{1,6})|(\\d{1,7}));");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");

    private Tokens() {}

    static String of(int number) {
        return String.format("Cnry%04dy", number);
    }

    static Set<String> in(String text) {
        var found = new TreeSet<String>();
        TOKEN.matcher(text).results().forEach(one -> found.add(one.group()));
        return found;
    }

    /** As they stand, XML-decoded, JSON-unescaped, URL-decoded, out of base64, and in UTF-16. */
    static Set<String> in(byte[] bytes) {
        var found = new TreeSet<String>();
        for (var text : readings(bytes)) found.addAll(in(text));
        return found;
    }

    private static List<String> readings(byte[] bytes) {
        var text = new String(bytes, UTF_8);
        var readings = new ArrayList<String>(List.of(text, text.replaceAll("<[^<>]*>", ""), new String(bytes, UTF_16LE), new String(bytes, UTF_16BE)));
        readings.add(REFERENCE.matcher(text).replaceAll(one -> character(one.group(1) != null ? Integer.parseInt(one.group(1), 16) : Integer.parseInt(one.group(2)))));
        readings.add(ESCAPE.matcher(text).replaceAll(one -> character(Integer.parseInt(one.group(1), 16))));
        readings.add(URLDecoder.decode(text.replaceAll("%(?![0-9a-fA-F]{2})", " "), UTF_8));
        BASE64.matcher(text).results().forEach(one -> {
            var letters = one.group().replace("=", "");
            for (int from = 0; from < 4; from++) readings.add(new String(Base64.getMimeDecoder().decode(letters.substring(from, from + (letters.length() - from) / 4 * 4)), ISO_8859_1)); // wherever it begins
        });
        return readings;
    }

    private static String character(int point) {
        return Character.isLetterOrDigit(point) ? Character.toString(point) : " ";
    }
}
