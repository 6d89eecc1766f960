package tearline.engine.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** The table that says to which information category each element of the common model belongs. */
public final class Categories {

    /** privacy: identifies a person and so carries CUI//PRVCY; text: free text, scanned for portion marks and swept. */
    public record Category(String name, boolean privacy, boolean text) {}

    private final Map<String, Category> byName = new LinkedHashMap<>();
    private final Map<String, Category> byPath = new HashMap<>();

    public Categories(Shelf shelf) {
        for (var row : Saxon.elements(Saxon.root(Saxon.tree(shelf.get("xsd/common-1.0/categories.xml"))))) {
            if (row.getNodeName().getLocalName().equals("category")) {
                var category = new Category(attribute(row, "name"), "yes".equals(attribute(row, "privacy")), "yes".equals(attribute(row, "text")));
                byName.put(category.name(), category);
            } else {
                var category = byName.get(attribute(row, "category"));
                if (category == null) throw new IllegalStateException("categories.xml: no category is called " + attribute(row, "category"));
                byPath.put(attribute(row, "path"), category);
            }
        }
    }

    /** The category of an element below a path such as 'record/attachment'; the longest entry that fits wins, and without one the parent's category holds. */
    public Category of(String path, String element, Category inherited) {
        for (var above = path; ; above = above.substring(above.indexOf('/') + 1)) {
            var own = byPath.get(above + "/" + element);
            if (own != null) return own;
            if (above.indexOf('/') < 0) break;
        }
        return byPath.getOrDefault(element, inherited);
    }

    /** The kinds of a named fact or group that have a row of their own. */
    List<String> kinds(String element) {
        return byPath.keySet().stream().filter(path -> path.startsWith(element + ":")).map(path -> path.substring(element.length() + 1)).sorted().toList();
    }

    public Category get(String name) {
        var category = byName.get(name);
        if (category == null) throw new IllegalArgumentException("No category is called " + name);
        return category;
    }

    public Set<String> names() {
        return byName.keySet();
    }

    private static String attribute(XdmNode element, String name) {
        return element.getAttributeValue(new QName(name));
    }
}
