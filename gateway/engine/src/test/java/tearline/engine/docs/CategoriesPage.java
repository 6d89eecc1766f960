package tearline.engine.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.xml.Saxon;

/** The page of information categories: what each holds, whether it names persons, and which elements of the common model belong to it. */
final class CategoriesPage {

    private static final String HEAD = """
            # Information categories

            <!-- Made from xsd/common-1.0/categories.xml by ReferencePagesTest. Change that, not this. -->

            Every element of the common model belongs to one category, and agreements speak of categories, never of paths:
            `<keep category="time"/>` lets all times out, where their marks allow. What no agreement keeps stays in; only `header` and
            `marking` need no `keep`.

            *privacy*: it identifies a person. Unmarked or not it carries `CUI//PRVCY`, no summary has it, and what is withheld of it is
            swept from the rest. *text*: free text, in which portion marks are looked for and withheld values are swept.

            | category | what it holds | |
            |---|---|---|
            """;

    private static final String ELEMENTS = """

            ## Which element belongs where

            An element takes the entry for `parent/element`, else for `element`, else its parent's category.

            | category | elements |
            |---|---|
            """;

    private CategoriesPage() {}

    static String text(byte[] table) {
        var page = new StringBuilder(HEAD);
        Map<String, List<String>> elements = new LinkedHashMap<>();
        for (var row : Saxon.elements(Saxon.root(Saxon.tree(table)))) {
            if (row.getNodeName().getLocalName().equals("category")) {
                var name = attribute(row, "name");
                elements.put(name, new ArrayList<>());
                page.append("| `").append(name).append("` | ").append(row.getStringValue().strip()).append(" | ").append(kinds(row)).append(" |\n");
            } else {
                elements.get(attribute(row, "category")).add("`" + attribute(row, "path") + "`");
            }
        }
        page.append(ELEMENTS);
        elements.forEach((category, paths) -> {
            if (!paths.isEmpty()) page.append("| `").append(category).append("` | ").append(String.join(", ", paths)).append(" |\n");
        });
        return page.toString();
    }

    private static String kinds(XdmNode row) {
        var kinds = new ArrayList<String>();
        for (var kind : List.of("privacy", "text")) if ("yes".equals(attribute(row, kind))) kinds.add(kind);
        return String.join(", ", kinds);
    }

    private static String attribute(XdmNode row, String name) {
        return row.getAttributeValue(new QName(name));
    }
}
