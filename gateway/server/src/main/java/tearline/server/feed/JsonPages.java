package tearline.server.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tearline.server.store.FeedEntry;

/** Pages as JSON Feed 1.1; what that has no word for stands in the object _tearline. */
final class JsonPages implements PageWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public byte[] page(Page page, List<byte[]> entries) {
        var head = JSON.createObjectNode().put("version", "https://jsonfeed.org/version/1.1").put("title", page.title()).put("feed_url", page.self());
        page.next().ifPresent(next -> head.put("next_url", next));
        var ours = head.putObject("_tearline").put("first", page.first());
        if (page.next().isEmpty()) ours.put("since", page.since());
        var text = text(head);
        var out = new ByteArrayOutputStream();
        out.write(text, 0, text.length - 1);
        out.writeBytes(",\"items\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < entries.size(); i++) {
            if (i > 0) out.write(',');
            out.writeBytes(entries.get(i));
        }
        out.writeBytes("]}\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Override
    public byte[] entry(FeedEntry entry, byte[] product) {
        var item = JSON.createObjectNode().put("id", entry.entryId());
        if (entry.isTombstone()) return text(item.put("_deleted", true).put("when", entry.updated().toString()));
        item.put("title", entry.title()).put("date_published", entry.published().toString()).put("date_modified", entry.updated().toString());
        var tags = item.putArray("tags");
        entry.categories().forEach(one -> tags.add(one.substring(one.indexOf(' ') + 1)));
        if (entry.kind() == FeedEntry.Kind.POINTER) {
            var contact = Contact.of(product);
            item.put("summary", Contact.POINTER_ONLY).put("content_text", Contact.POINTER_ONLY);
            item.putArray("authors").addObject().put("name", contact.organisation());
            item.putObject("_tearline").put("contact", contact.address());
            return text(item);
        }
        item.put("url", Records.path(entry)).put("content_text", new String(product, StandardCharsets.UTF_8));
        var ours = item.putObject("_tearline").put("media_type", entry.mediaType());
        if (!entry.rights().isEmpty()) ours.put("rights", entry.rights());
        return text(item);
    }

    private static byte[] text(ObjectNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
