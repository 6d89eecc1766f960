package tearline.engine.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.mapping.Mapping;
import tearline.engine.release.Release;
import tearline.engine.xml.Saxon;

/**
 * What a list of products says of one of them: its title, and what it is about. Made with the product, so that it is verified with the product.
 *
 * @param categories each a scheme, a blank and a term
 */
public record Cover(String title, List<String> categories) {

    public static final Cover BLANK = new Cover("", List.of());

    /** Reality first, then the title that the product itself shows; kind and identifier where it shows none. */
    static Cover of(Release release, Mapping.FromCommon writer, byte[] product) {
        var marked = release.group().marked();
        var kind = switch (marked.record().header().getKind()) {
            case ALERT -> "Alert";
            case SITUATION -> "Situation report";
            case SAR -> "Suspicious activity report";
        };
        var status = marked.status().equals("Actual") ? "" : marked.status().toUpperCase(Locale.ROOT) + ": ";
        var labels = writer.labels();
        var root = labels.title().isEmpty() && labels.categories().isEmpty() ? null : Saxon.root(Saxon.tree(product));
        var title = String.join("", labels.title().map(path -> texts(root, path)).orElse(List.of()));
        var categories = labels.categories().entrySet().stream().flatMap(one -> texts(root, one.getValue()).stream().map(term -> one.getKey() + " " + term)).toList();
        return new Cover(status + (title.isEmpty() ? kind + " " + release.documentId() : title), categories);
    }

    /** All of its words. */
    public Stream<String> words() {
        return Stream.concat(Stream.of(title), categories.stream());
    }

    private static List<String> texts(XdmNode root, String path) {
        try {
            var texts = new ArrayList<String>();
            for (var one : Saxon.newXPath().evaluate(path, root)) texts.add(one.getStringValue());
            return texts;
        } catch (SaxonApiException e) {
            throw new IllegalStateException("a title or category of mapping.xml is no XPath over its product", e);
        }
    }

    @Override
    public String toString() {
        return "Cover"; // never the title
    }
}
