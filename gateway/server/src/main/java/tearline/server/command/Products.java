package tearline.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import tearline.engine.Refusal;
import tearline.engine.exchange.Exchange;
import tearline.engine.xml.Saxon;

/** The words of products, as bytes and as their reader sees them, to look something up in; white space counts as one blank. */
record Products(Map<String, String> texts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Products of(List<Exchange.Decided> decided) {
        var texts = new LinkedHashMap<String, String>();
        for (var one : decided) {
            if (!one.decision().outcome().equals("pending")) continue;
            int number = 0;
            for (var products : one.bytes().entrySet()) {
                for (var bytes : products.getValue()) texts.put("product " + ++number + " for " + products.getKey(), text(bytes));
            }
        }
        return new Products(texts);
    }

    /** Names of the products that hold these words, in capital or small letters. */
    List<String> holding(String words) {
        var sought = blank(words).toLowerCase(Locale.ROOT);
        return texts.entrySet().stream().filter(one -> one.getValue().toLowerCase(Locale.ROOT).contains(sought)).map(Map.Entry::getKey).toList();
    }

    boolean contain(String words) {
        return texts.values().stream().anyMatch(text -> text.contains(blank(words)));
    }

    /** The bytes as they are, and then every value without the escapes of its syntax. */
    private static String text(byte[] bytes) {
        var text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        try {
            if (text.indexOf("<") == 0) addXml(Saxon.tree(bytes), text);
            if (text.indexOf("{") == 0) addJson(JSON.readTree(bytes), text);
        } catch (Refusal | IOException unreadable) {
            // Its bytes are searched all the same.
        }
        return blank(text.toString());
    }

    private static void addXml(XdmNode document, StringBuilder text) {
        text.append('\n').append(document.getStringValue());
        for (var nodes = document.axisIterator(Axis.DESCENDANT); nodes.hasNext();) {
            var node = nodes.next();
            if (node.getNodeKind() != XdmNodeKind.ELEMENT) continue;
            for (var attributes = node.axisIterator(Axis.ATTRIBUTE); attributes.hasNext();) text.append('\n').append(attributes.next().getStringValue());
        }
    }

    private static void addJson(JsonNode node, StringBuilder text) {
        if (node.isTextual()) text.append('\n').append(node.asText());
        for (var child : node) addJson(child, text);
    }

    private static String blank(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
