package tearline.engine.check;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.ExtensionFunctionCall;
import net.sf.saxon.lib.ExtensionFunctionDefinition;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.Sequence;
import net.sf.saxon.om.StructuredQName;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.value.EmptySequence;
import net.sf.saxon.value.SequenceExtent;
import net.sf.saxon.value.SequenceType;
import net.sf.saxon.value.StringValue;
import tearline.engine.xml.Saxon;

/**
 * The functions that rules have beside those of XPath: geometry, content and long texts, where XPath would be slow or could not say it.
 * Each takes strings and answers with words for what is wrong, so that severity, clause and advice stay with the rule.
 */
final class RuleFunctions {

    private static final String NAMESPACE = "https://tearline.example/rules/1.0";

    static {
        register("ring-faults", 1, texts -> Ring.faults(texts.get(0)));
        register("circle-faults", 1, texts -> circleFaults(texts.get(0)));
        register("text-faults", 1, texts -> textFaults(texts.get(0)));
        register("content-faults", 3, texts -> contentFaults(texts.get(0), texts.get(1), texts.get(2)));
    }

    private RuleFunctions() {}

    /** Makes them known to the house's Saxon, once, before the first rule is compiled. */
    static void load() {
        // the static block above has run
    }

    /** Words: syntax, or range, swapped, point. */
    static List<String> circleFaults(String text) {
        var fields = text.strip().split("[ \\t\\r\\n]+");
        int comma = fields[0].indexOf(',');
        if (fields.length != 2 || comma < 0 || !Numbers.isDecimal(fields[0], 0, comma) || !Numbers.isDecimal(fields[0], comma + 1, fields[0].length())) return List.of("syntax");
        double latitude = Math.abs(Double.parseDouble(fields[0].substring(0, comma))), longitude = Math.abs(Double.parseDouble(fields[0].substring(comma + 1))), radius;
        try {
            radius = Double.parseDouble(fields[1]);
        } catch (NumberFormatException noNumber) {
            return List.of("syntax");
        }
        if (fields[1].matches("(?i).*x.*") || !(radius >= 0) || Double.isInfinite(radius) || !Character.isDigit(fields[1].charAt(fields[1].length() - 1)) && !fields[1].endsWith(".")) return List.of("syntax");
        var faults = new ArrayList<String>();
        if (latitude > 90 && latitude <= 180 && longitude <= 90) faults.add("swapped");
        else if (latitude > 90 || longitude > 180) faults.add("range");
        if (radius == 0) faults.add("point");
        return faults;
    }

    /** Words: empty, markup, control. */
    static List<String> textFaults(String text) {
        boolean empty = true, markup = false, control = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (empty && !Numbers.isBlank(c)) empty = false;
            if (c == '<' && !markup) markup = isTag(text, i + 1);
            if (c == '&' && !markup) markup = isEntity(text, i + 1);
            if (c >= 0x7F && (c <= 0x9F && c != 0x85 || c == 0x202D || c == 0x202E || c >= 0x2066 && c <= 0x2068)) control = true;
        }
        if (!empty && !markup && !control) return List.of();
        var faults = new ArrayList<String>();
        if (empty) faults.add("empty");
        if (markup) faults.add("markup");
        if (control) faults.add("control");
        return faults;
    }

    private static boolean isTag(String text, int at) {
        if (at < text.length() && text.charAt(at) == '/') at++;
        return at < text.length() && isLetter(text.charAt(at));
    }

    private static boolean isEntity(String text, int at) {
        if (at < text.length() && text.charAt(at) == '#') at++;
        int from = at;
        while (at < text.length() && (isLetter(text.charAt(at)) || Character.isDigit(text.charAt(at)))) at++;
        return at > from && at < text.length() && text.charAt(at) == ';';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Embedded content, size and digest as they are written, each empty where absent. Words: base64, size, digest. */
    static List<String> contentFaults(String content, String size, String digest) {
        var plain = content.replaceAll("[ \\t\\r\\n]+", "");
        if (plain.isEmpty()) return List.of();
        byte[] bytes;
        try {
            if (plain.length() % 4 != 0) return List.of("base64"); // Java forgives a missing =
            bytes = Base64.getDecoder().decode(plain);
        } catch (IllegalArgumentException noBase64) {
            return List.of("base64");
        }
        var faults = new ArrayList<String>();
        if (!size.isBlank() && !size.strip().replaceFirst("^\\+?0*(?=\\d)", "").equals(Integer.toString(bytes.length))) faults.add("size");
        if (!digest.isBlank() && !isDigest(digest.strip(), sha1(bytes))) faults.add("digest");
        return faults;
    }

    /** Hexadecimal or base64: the standard does not say which (CAP 1.2 §3.2.3, DE 1.0 §3.2.3.3). Some write the hexadecimal form in base64. */
    private static boolean isDigest(String written, byte[] sha1) {
        var hex = HexFormat.of().formatHex(sha1);
        return written.equalsIgnoreCase(hex) || written.equals(Base64.getEncoder().encodeToString(sha1)) || written.equalsIgnoreCase(Base64.getEncoder().encodeToString(hex.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void register(String name, int arguments, Function<List<String>, List<String>> words) {
        Saxon.processor().registerExtensionFunction(new Words(name, arguments, words));
    }

    /** A function of strings that answers with words, without a wrapping for each value: some are called for every text of a document. */
    private static final class Words extends ExtensionFunctionDefinition {

        private final StructuredQName name;
        private final SequenceType[] arguments;
        private final Function<List<String>, List<String>> words;

        Words(String name, int arguments, Function<List<String>, List<String>> words) {
            this.name = new StructuredQName("r", NamespaceUri.of(NAMESPACE), name);
            this.arguments = Collections.nCopies(arguments, SequenceType.SINGLE_STRING).toArray(new SequenceType[0]);
            this.words = words;
        }

        @Override public StructuredQName getFunctionQName() { return name; }
        @Override public SequenceType[] getArgumentTypes() { return arguments; }
        @Override public SequenceType getResultType(SequenceType[] supplied) { return SequenceType.STRING_SEQUENCE; }
        @Override public boolean trustResultType() { return true; }

        @Override
        public ExtensionFunctionCall makeCallExpression() {
            return new ExtensionFunctionCall() {
                @Override
                public Sequence call(XPathContext context, Sequence[] values) throws XPathException {
                    var texts = new ArrayList<String>(values.length);
                    for (var value : values) texts.add(value.head().getStringValue());
                    var found = words.apply(texts);
                    return found.isEmpty() ? EmptySequence.getInstance() : new SequenceExtent.Of<>(found.stream().map(StringValue::new).toList());
                }
            };
        }
    }
}
