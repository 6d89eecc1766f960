package tearline.engine.release;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets a file out of a redacted record only where all of it can be seen: a picture, drawn anew. Any other may repeat in a hidden layer,
 * a comment or its properties what the record no longer says, so it goes, with what describes it.
 */
final class Attachments {

    private static final String REASON = "ATTACHMENT-TYPE";
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/jpg", "image/gif", "image/bmp");

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private final String[] texts;
    private final Map<String, Integer> file;

    /** @param file the leaves of one attachment by name */
    Attachments(String[] texts, Map<String, Integer> file) {
        this.texts = texts;
        this.file = file;
    }

    /** The reason for which it went; nothing where it stays, or was gone before. */
    Optional<String> clean() {
        if (text("content").isEmpty()) {
            // A link without a host names the file that came with the message (CAP 1.2 §3.2.3), and that is gone.
            if (file.containsKey("content") && text("uri").filter(uri -> !ABSOLUTE.matcher(uri.strip()).lookingAt()).isPresent()) set("uri", null);
            // A digest or a size without its file is a riddle to solve by trying.
            if (text("uri").isEmpty()) set("digest", null);
            if (text("uri").isEmpty()) set("size", null);
            return Optional.empty();
        }
        var type = text("mediaType").map(one -> one.replaceAll(";.*", "").strip().toLowerCase(java.util.Locale.ROOT));
        var drawn = type.filter(one -> !PICTURES.contains(one)).isPresent() ? Optional.<Picture>empty() : bytes().flatMap(Picture::drawnAnew);
        if (drawn.isEmpty()) {
            file.keySet().forEach(name -> set(name, null));
            return Optional.of(REASON);
        }
        set("content", Base64.getEncoder().encodeToString(drawn.get().bytes()));
        set("mediaType", drawn.get().mediaType());
        set("size", Integer.toString(drawn.get().bytes().length));
        set("digest", text("digest").flatMap(drawn.get()::digestLike).orElse(null));
        return Optional.empty();
    }

    private Optional<byte[]> bytes() {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(text("content").orElseThrow()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(file.get(name)).map(one -> texts[one]).filter(text -> !text.isBlank());
    }

    /** Only where something of it stays. */
    private void set(String name, String text) {
        if (file.containsKey(name) && texts[file.get(name)] != null) texts[file.get(name)] = text;
    }
}
