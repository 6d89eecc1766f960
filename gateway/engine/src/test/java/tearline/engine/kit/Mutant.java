package tearline.engine.kit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A document to which something was done that people, programs and attackers do to documents. */
public record Mutant(String how, byte[] bytes) {

    public static final String CANARY = "Canary4711";

    private static final Pattern LEAF = Pattern.compile("<([\\w:.-]+)(?:\\s[^<>]*)?>([^<]*)</\\1>");
    private static final Pattern TAG = Pattern.compile("</?[\\w:.-]+(?:\\s[^<>]*)?>");
    private static final Pattern QUOTED = Pattern.compile("(?<!xmlns=)(?<!xmlns:\\w{1,9}=)\"([^\"<>\\n]{1,200})\"");
    private static final String[] TEXTS = {"", " ", CANARY, "x".repeat(200_000), "2026-02-30T25:61:61-07:00", "0000-00-00T00:00:00Z", "99999-01-01T00:00:00Z", "-0001-01-01T00:00:00+14:00",
            "1e308", "NaN", "-INF", "999999999999999999999999999999", "0x1F", "1,1 1,1", "91,181 -91,-181 1e5,1 91,181", "1,1 ".repeat(60_000) + "1,1", ",".repeat(50_000), "(S//NF", "(U//LES) " + CANARY,
            "a\u0301".repeat(5000), "\uFFFD\u202E\u200B\uFEFF", "\uD83C\uDF0A".repeat(100), "&amp;#x0;&lt;![CDATA[", "]]&gt;", "javascript:alert(1)", "\"\"\"", "((((((((((", "{{${jndi:ldap://x}}}", "%00%s%n", "../../../../etc/passwd",
            "AAAA", "=".repeat(1000), "http://[::1", "2026-11-01T10:00:00.123456789123456789-07:00", "24:00:00", "P1Y", "en_US", "true", "\t\n\r", "&#13;&#10;"};

    public static Mutant of(byte[] document, Random random) {
        var text = new String(document, StandardCharsets.UTF_8);
        boolean json = text.strip().startsWith("{");
        int which = json ? 20 + random.nextInt(6) : random.nextInt(20);
        var how = "m" + which;
        return switch (which) {
            case 0 -> made(how, without(text, any(LEAF, text, random)));
            case 1 -> { var leaf = any(LEAF, text, random); yield made(how, leaf == null ? text : text.substring(0, leaf.end()) + leaf.group() + text.substring(leaf.end())); }
            case 2 -> { var leaf = any(LEAF, text, random); var tag = any(TAG, text, random); yield made(how, leaf == null ? text : tag.start() >= leaf.end() ? text.substring(0, leaf.start()) + text.substring(leaf.end(), tag.end()) + leaf.group() + text.substring(tag.end()) : text); }
            case 3, 4, 5, 6, 7 -> { var leaf = any(LEAF, text, random); var value = TEXTS[random.nextInt(TEXTS.length)]; yield made(how + "t" + List.of(TEXTS).indexOf(value), leaf == null ? text : text.substring(0, leaf.start(2)) + value + text.substring(leaf.end(2))); }
            case 8 -> made(how, text.replaceFirst("xmlns(:\\w+)?=\"[^\"]*\"", "xmlns$1=\"urn:" + CANARY + "\""));
            case 9 -> made(how, text.substring(0, random.nextInt(text.length() + 1)));
            case 10 -> made(how, text.replaceFirst("(<\\?xml[^>]*\\?>)?", "$1<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"));
            case 11 -> { var leaf = any(LEAF, text, random); int deep = 10 + random.nextInt(500); yield made(how, leaf == null ? text : text.substring(0, leaf.start(2)) + "<d>".repeat(deep) + "</d>".repeat(deep) + text.substring(leaf.end(2))); }
            case 12 -> { var tag = any(Pattern.compile("<[\\w:.-]+"), text, random); yield made(how, tag == null ? text : text.substring(0, tag.end()) + " odd=\"" + CANARY + "\"" + text.substring(tag.end())); }
            case 13 -> { var bytes = document.clone(); for (int i = 0; i < 3 && bytes.length > 0; i++) bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8)); yield new Mutant(how, bytes); }
            case 14 -> new Mutant(how, text.getBytes(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1).get(random.nextInt(3))));
            case 15 -> made(how, text.replaceFirst("encoding=\"[^\"]*\"", "encoding=\"" + List.of("UTF-7", "EBCDIC-CP-US", "windows-1252", "x-" + CANARY, "UTF-32", "GB18030").get(random.nextInt(6)) + "\""));
            case 16 -> { var quoted = any(QUOTED, text, random); yield made(how, quoted == null ? text : text.substring(0, quoted.start(1)) + TEXTS[random.nextInt(TEXTS.length)].replace("\"", "") + text.substring(quoted.end(1))); }
            case 17 -> { var leaf = any(LEAF, text, random); yield made(how, leaf == null ? text : text.substring(0, leaf.start()) + "<odd>" + leaf.group(2) + "</odd>" + text.substring(leaf.end())); }
            case 18 -> { var leaf = any(LEAF, text, random); yield made(how, leaf == null ? text : text.substring(0, leaf.start()) + leaf.group().repeat(300) + text.substring(leaf.end())); }
            case 19 -> { var leaf = any(LEAF, text, random); yield made(how, leaf == null ? text : text.substring(0, leaf.end(2)) + "<!-- " + CANARY + " --><?x y?><![CDATA[ ]]>" + text.substring(leaf.end(2))); }
            case 20 -> made(how, text.substring(0, random.nextInt(text.length() + 1)));
            case 21 -> { var quoted = any(QUOTED, text, random); yield made(how, quoted == null ? text : text.substring(0, quoted.start(1)) + "odd" + text.substring(quoted.end(1))); }
            case 22 -> { var quoted = any(QUOTED, text, random); yield made(how, quoted == null ? text : text.substring(0, quoted.start()) + List.of("null", "true", "12", "[]", "{}", "1e999", "[[1]]", "\"\\u0000\"", "\"\\ud800\"").get(random.nextInt(9)) + text.substring(quoted.end())); }
            case 23 -> made(how, "[".repeat(50 + random.nextInt(5000)) + text);
            case 24 -> { var bytes = document.clone(); bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8)); yield new Mutant(how, bytes); }
            default -> { var quoted = any(QUOTED, text, random); yield made(how, quoted == null ? text : text.substring(0, quoted.end()) + "," + text.substring(quoted.end())); }
        };
    }

    private static Mutant made(String how, String text) {
        return new Mutant(how, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String without(String text, MatchResult leaf) {
        return leaf == null ? text : text.substring(0, leaf.start()) + text.substring(leaf.end());
    }

    private static MatchResult any(Pattern pattern, String text, Random random) {
        var all = new ArrayList<MatchResult>();
        pattern.matcher(text).results().forEach(all::add);
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }
}
