package tearline.server.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tearline.engine.mapping.Mappings;
import tearline.engine.xml.Saxon;
import tearline.server.store.FeedEntry;

/** Pages as a NIEM collection in JSON-LD: the entries of the XML collection, each told in JSON by the mapping that tells reports. */
final class NiemJsonPages implements PageWriter {

    private static final String STYLESHEET = "mappings/niem-sar-6.0-json/entry.xsl";
    private static final String CONTEXT = "xsd/niem-sar-6.0-json/context.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final NiemPages xml = new NiemPages();
    private final Mappings mappings;

    NiemJsonPages(Mappings mappings) {
        this.mappings = mappings;
    }

    @Override
    public byte[] page(Page page, List<byte[]> entries) {
        var collection = JSON.createObjectNode().put("sarx:FeedID", page.feed()).put("sarx:PolicyVersionID", page.policy()).put("sarx:CursorText", page.cursor())
                .put("sarx:CompleteIndicator", page.next().isEmpty());
        page.next().ifPresent(next -> collection.put("sarx:NextPageURI", next));
        var out = new ByteArrayOutputStream();
        out.writeBytes("{\"@context\":".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(context());
        out.writeBytes(",\"sarx:SuspiciousActivityReportCollection\":".getBytes(StandardCharsets.UTF_8));
        var head = text(collection);
        out.write(head, 0, head.length - 1);
        if (!entries.isEmpty()) out.writeBytes(",\"sarx:CollectionEntry\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < entries.size(); i++) {
            if (i > 0) out.write(',');
            out.writeBytes(entries.get(i));
        }
        out.writeBytes((entries.isEmpty() ? "}}\n" : "]}}\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Override
    public byte[] entry(FeedEntry entry, byte[] product) {
        var collection = Saxon.tree(NiemPages.around(List.of(xml.entry(entry, product))));
        var written = Saxon.elements(Saxon.root(collection)).get(0);
        return mappings.compose(STYLESHEET, Saxon.tree(Saxon.serialize(written))).getStringValue().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] context() {
        try {
            return JSON.writeValueAsBytes(JSON.readTree(mappings.shelf().get(CONTEXT)).path("@context"));
        } catch (IOException e) {
            throw new IllegalStateException("The context of NIEM JSON cannot be read", e);
        }
    }

    private static byte[] text(ObjectNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
