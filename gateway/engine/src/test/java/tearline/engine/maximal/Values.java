package tearline.engine.maximal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaEnumerationFacet;
import org.apache.ws.commons.schema.XmlSchemaFacet;
import org.apache.ws.commons.schema.XmlSchemaLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaMaxLengthFacet;
import org.apache.ws.commons.schema.XmlSchemaMinInclusiveFacet;
import org.apache.ws.commons.schema.XmlSchemaPatternFacet;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeList;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeRestriction;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeUnion;

/** A value for a simple type: a word where it takes one, the first that it lists, else one of its kind. */
final class Values {

    /** A value, and whether the word stands in it. */
    record Value(String text, boolean free) {}

    /** What a pattern cannot tell by itself. */
    private static final Map<String, String> OF_PATTERNS = Map.ofEntries(
            Map.entry("(.|\\s)*\\S(.|\\s)*", "$"), Map.entry("([0-9])+[.][0-9][0-9] [A-Z][A-Z][A-Z]", "12.50 USD"),
            Map.entry("([a-zA-Z][a-zA-Z0-9\\-\\+\\.]*:|\\.\\./|\\./|#).*", "https://files.example/$"), Map.entry(".*Z", "2026-11-20T10:00:00Z"),
            Map.entry("3\\.1(\\.[0-9]+)?", "3.1"), Map.entry("[0-9][0-9].[0-9][0-9]", "10.30"), Map.entry("[A-Z]{4}", "AFLD"), Map.entry("[^: \\n\\r\\t]+", "$"));
    private static final Map<String, String> OF_TYPES = Map.ofEntries(
            Map.entry("string", "$"), Map.entry("normalizedString", "$"), Map.entry("token", "$"), Map.entry("NMTOKEN", "$"), Map.entry("NMTOKENS", "$"), Map.entry("Name", "$"), Map.entry("NCName", "$"),
            Map.entry("anySimpleType", "$"), Map.entry("anyURI", "https://files.example/$"), Map.entry("ID", "id-$"), Map.entry("IDREF", "&REF;"), Map.entry("IDREFS", "&REF;"), Map.entry("QName", "xs:string"),
            Map.entry("language", "en-US"), Map.entry("dateTime", "2026-11-20T10:00:00-00:00"), Map.entry("date", "2026-11-20"), Map.entry("time", "10:00:00"), Map.entry("gYear", "2026"), Map.entry("gYearMonth", "2026-11"),
            Map.entry("gMonth", "--11"), Map.entry("gDay", "---20"), Map.entry("gMonthDay", "--11-20"), Map.entry("duration", "P1D"), Map.entry("boolean", "true"),
            Map.entry("decimal", "#"), Map.entry("integer", "#"), Map.entry("nonNegativeInteger", "#"), Map.entry("positiveInteger", "#"), Map.entry("int", "#"), Map.entry("long", "#"), Map.entry("short", "#"), Map.entry("byte", "#"),
            Map.entry("double", "#"), Map.entry("float", "#"), Map.entry("unsignedInt", "#"), Map.entry("unsignedShort", "#"), Map.entry("unsignedByte", "#"), Map.entry("unsignedLong", "#"));
    private static final String NUMBER = "11";

    private final SchemaModel schema;

    Values(SchemaModel schema) {
        this.schema = schema;
    }

    Value of(XmlSchemaSimpleType type, String word) {
        var content = type.getContent();
        if (content instanceof XmlSchemaSimpleTypeUnion union) return union(union, word);
        if (content instanceof XmlSchemaSimpleTypeList list) return of(list.getItemTypeName() != null ? schema.simple(list.getItemTypeName()) : list.getItemType(), word);
        if (content instanceof XmlSchemaSimpleTypeRestriction restriction && !builtIn(type)) return restricted(restriction, word);
        var name = type.getQName().getLocalPart();
        if (name.equals("base64Binary")) return new Value(Base64.getEncoder().encodeToString(("A file that says " + word + ".").getBytes(UTF_8)), true);
        if (name.equals("hexBinary")) return new Value("0a0b", false);
        var form = OF_TYPES.get(name);
        if (form == null) throw new IllegalStateException("no value of type " + type.getQName());
        return filled(form.equals("#") ? NUMBER : form, word);
    }

    XmlSchemaSimpleType string() {
        return schema.simple(new QName(SchemaModel.XSD, "string"));
    }

    static Value filled(String form, String word) {
        return new Value(form.replace("$", word), form.contains("$"));
    }

    private static boolean builtIn(XmlSchemaSimpleType type) {
        return type.getQName() != null && type.getQName().getNamespaceURI().equals(SchemaModel.XSD);
    }

    private Value union(XmlSchemaSimpleTypeUnion union, String word) {
        var members = new ArrayList<>(union.getBaseTypes());
        for (var name : union.getMemberTypesQNames() == null ? new QName[0] : union.getMemberTypesQNames()) members.add(schema.simple(name));
        Value first = null;
        for (var member : members) {
            var value = of(member, word);
            if (value.free) return value;
            if (first == null || first.text.isEmpty()) first = value;
        }
        return first;
    }

    private Value restricted(XmlSchemaSimpleTypeRestriction restriction, String word) {
        var base = restriction.getBaseTypeName() != null ? schema.simple(restriction.getBaseTypeName()) : restriction.getBaseType();
        List<XmlSchemaFacet> facets = restriction.getFacets();
        for (var facet : facets) if (facet instanceof XmlSchemaEnumerationFacet) return new Value(String.valueOf(facet.getValue()), false);
        for (var facet : facets) {
            var value = String.valueOf(facet.getValue());
            if (facet instanceof XmlSchemaPatternFacet) {
                var plain = of(base, word);
                if (plain.text.matches(value.replace("\\-", "-"))) return plain;
                if (!OF_PATTERNS.containsKey(value)) throw new IllegalStateException("no value of pattern " + value);
                return filled(OF_PATTERNS.get(value), word);
            }
            if (facet instanceof XmlSchemaLengthFacet) return value.equals("0") ? new Value("", false) : new Value("ABCDEFGHIJKLMNOPQRSTUVWXYZ".substring(0, Integer.parseInt(value)), false);
            if (facet instanceof XmlSchemaMaxLengthFacet && Integer.parseInt(value) < word.length()) return new Value("A", false);
            if (facet instanceof XmlSchemaMinInclusiveFacet && Double.parseDouble(value) > Double.parseDouble(NUMBER)) return new Value(value, false);
            if (facet instanceof org.apache.ws.commons.schema.XmlSchemaMaxInclusiveFacet && Double.parseDouble(value) < Double.parseDouble(NUMBER)) return new Value(value, false);
        }
        return of(base, word);
    }
}
