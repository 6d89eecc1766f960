package tearline.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNodeKind;
import org.junit.jupiter.api.Test;
import tearline.engine.kit.Shipped;
import tearline.engine.xml.Saxon;

/** Holds the table of categories against the schema of the common model: what one has, the other knows. */
class CategoriesTest {

    private final Categories categories = Shipped.HOUSE.categories();
    private final RecordSchema schema = new RecordSchema(Shipped.HOUSE.shelf());

    @Test
    void everyElementOfARecordBelongsToACategory() {
        var without = new TreeSet<String>();
        schema.walk((parent, element, inherited) -> {
            var category = category(parent, element, inherited);
            if (category.isEmpty()) without.add(parent + "/" + element);
            return category;
        });
        assertThat(without).isEmpty();
    }

    /** Attributes go where their element goes: a new one must first be looked at, whether it may. */
    @Test
    void everyAttributeOfARecordIsKnownToSayNothingBeyondItsElement() {
        var attributes = new TreeSet<String>();
        for (var file : List.of("common", "header", "alert", "activity", "situation")) {
            var schema = Saxon.tree(Shipped.HOUSE.shelf().get("xsd/common-1.0/" + file + ".xsd"));
            for (var nodes = schema.axisIterator(Axis.DESCENDANT); nodes.hasNext();) {
                var node = nodes.next();
                if (node.getNodeKind() == XdmNodeKind.ELEMENT && node.getNodeName().getLocalName().equals("attribute")) attributes.add(String.valueOf(node.getAttributeValue(new QName("name"))));
                if (node.getNodeKind() == XdmNodeKind.ELEMENT) assertThat(node.getNodeName().getLocalName()).isNotEqualTo("anyAttribute");
            }
        }
        assertThat(attributes).containsExactlyInAnyOrder("id", "ref", "kind", "scheme", "unit", "lang", "role", "mark", "path");
    }

    @Test
    void everyRowOfTheTableNamesAnElementThatExists() {
        var known = new TreeSet<String>();
        schema.walk((parent, element, inherited) -> {
            known.add(element);
            for (var above = parent; ; above = above.substring(above.indexOf('/') + 1)) {
                known.add(above + "/" + element);
                if (above.indexOf('/') < 0) break;
            }
            return category(parent, element, inherited);
        });
        assertThat(known).hasSizeGreaterThan(300);
        assertThat(rows("path")).filteredOn(row -> !known.contains(row.replaceAll(":.*", ""))).isEmpty(); // a kind is the mapping's word
    }

    @Test
    void everyCategoryIsUsedByAnElement() {
        var used = used();
        for (var row : rows("path")) if (row.contains(":")) used.add(categories.of("group", row, null).name());
        assertThat(used).containsExactlyInAnyOrderElementsOf(categories.names());
    }

    @Test
    void noRowStandsTwice() {
        assertThat(rows("path")).doesNotHaveDuplicates();
    }

    @Test
    void whatIdentifiesAPersonIsPrivateWhereverItStands() {
        var leaks = new TreeSet<String>();
        schema.walk((parent, element, inherited) -> {
            var category = category(parent, element, inherited);
            var insidePerson = Set.of("person", "residence").contains(parent.substring(parent.lastIndexOf('/') + 1)) && Set.of("name", "birthDate", "identifier", "phone", "email", "residence", "street", "city").contains(element);
            if (insidePerson && !categories.get(category).privacy()) leaks.add(parent + "/" + element + " is " + category);
            return category;
        });
        assertThat(leaks).isEmpty();
    }

    private Set<String> used() {
        var used = new TreeSet<String>();
        schema.walk((parent, element, inherited) -> {
            var category = category(parent, element, inherited);
            used.add(category);
            return category;
        });
        return used;
    }

    private String category(String parent, String element, String inherited) {
        var category = categories.of(parent, element, inherited.isEmpty() ? null : categories.get(inherited));
        return category == null ? "" : category.name();
    }

    private static List<String> rows(String attribute) {
        return Saxon.elements(Saxon.root(Saxon.tree(Shipped.HOUSE.shelf().get("xsd/common-1.0/categories.xml")))).stream()
                .filter(row -> row.getNodeName().getLocalName().equals("element")).map(row -> row.getAttributeValue(new QName(attribute))).toList();
    }
}
