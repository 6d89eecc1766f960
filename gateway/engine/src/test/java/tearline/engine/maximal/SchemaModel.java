package tearline.engine.maximal;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchema;
import org.apache.ws.commons.schema.XmlSchemaAll;
import org.apache.ws.commons.schema.XmlSchemaAny;
import org.apache.ws.commons.schema.XmlSchemaAnyAttribute;
import org.apache.ws.commons.schema.XmlSchemaAttribute;
import org.apache.ws.commons.schema.XmlSchemaAttributeGroup;
import org.apache.ws.commons.schema.XmlSchemaAttributeGroupRef;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaComplexContentExtension;
import org.apache.ws.commons.schema.XmlSchemaComplexContentRestriction;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaGroup;
import org.apache.ws.commons.schema.XmlSchemaGroupRef;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.apache.ws.commons.schema.XmlSchemaSimpleContentExtension;
import org.apache.ws.commons.schema.XmlSchemaSimpleContentRestriction;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaType;
import org.apache.ws.commons.schema.XmlSchemaUse;
import org.xml.sax.InputSource;
import tearline.engine.maximal.Model.Attribute;
import tearline.engine.maximal.Model.Choice;
import tearline.engine.maximal.Model.Kind;
import tearline.engine.maximal.Model.Place;
import tearline.engine.maximal.Model.Sequence;
import tearline.engine.maximal.Model.Wildcard;
import tearline.engine.xml.Shelf;

/** Reads a schema of the shelf with all that it imports, and answers what may stand where: types put together with their bases, groups and substitutes in place. */
final class SchemaModel {

    static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private final XmlSchemaCollection schemas = new XmlSchemaCollection();
    private final Map<QName, List<XmlSchemaElement>> substitutes = new HashMap<>();
    private final Map<QName, List<XmlSchemaComplexType>> derived = new HashMap<>();
    private final Map<XmlSchemaType, Kind> kinds = new HashMap<>();

    SchemaModel(Shelf shelf, String path) {
        schemas.setSchemaResolver((namespace, location, base) -> source(shelf, URI.create(base).resolve(location).toString()));
        schemas.read(source(shelf, Shelf.uri(path).toString()));
        for (var schema : schemas.getXmlSchemas()) index(schema);
    }

    private static InputSource source(Shelf shelf, String uri) {
        var source = new InputSource(new ByteArrayInputStream(shelf.get(Shelf.path(uri).orElseThrow())));
        source.setSystemId(uri);
        return source;
    }

    private void index(XmlSchema schema) {
        for (var element : schema.getElements().values()) if (element.getSubstitutionGroup() != null) add(substitutes, element.getSubstitutionGroup(), element);
        for (var type : schema.getSchemaTypes().values()) if (type instanceof XmlSchemaComplexType complex && base(complex) != null) add(derived, base(complex), complex);
    }

    private static <T> void add(Map<QName, List<T>> map, QName name, T one) {
        var all = map.computeIfAbsent(name, any -> new ArrayList<>());
        if (!all.contains(one)) all.add(one);
    }

    Place root(QName name) {
        return place(element(name), 1, false);
    }

    /** Global attributes of a namespace that is not the caller's own, for a wildcard that wants declared ones. */
    List<Attribute> globalAttributes(String notOf) {
        var found = new LinkedHashMap<QName, Attribute>();
        for (var schema : schemas.getXmlSchemas()) {
            if (schema.getTargetNamespace() == null || schema.getTargetNamespace().equals(notOf) || schema.getTargetNamespace().equals(XSD)) continue;
            for (var one : schema.getAttributes().values()) found.put(one.getQName(), attribute(one, false));
        }
        return List.copyOf(found.values());
    }

    private XmlSchemaElement element(QName name) {
        var found = schemas.getElementByQName(name);
        if (found == null) throw new IllegalStateException("no element " + name);
        return found;
    }

    private Place place(XmlSchemaElement declaration, int least, boolean many) {
        var own = type(declaration);
        var types = new ArrayList<Kind>();
        types.add(kind(own));
        if (own instanceof XmlSchemaComplexType complex && complex.isAbstract()) collectDerived(own.getQName(), types);
        types.removeIf(Kind::isAbstract);
        return new Place(declaration.isTopLevel() ? declaration.getQName() : declaration.getWireName(), List.copyOf(types), !types.isEmpty() && !types.get(0).key().equals(kind(own).key()), least, many);
    }

    private void collectDerived(QName base, List<Kind> types) {
        for (var one : derived.getOrDefault(base, List.of())) {
            types.add(kind(one));
            collectDerived(one.getQName(), types);
        }
    }

    private XmlSchemaType type(XmlSchemaElement declaration) {
        if (declaration.getSchemaTypeName() != null) return named(declaration.getSchemaTypeName());
        if (declaration.getSchemaType() != null) return declaration.getSchemaType();
        if (declaration.getSubstitutionGroup() != null) return type(element(declaration.getSubstitutionGroup()));
        return named(new QName(XSD, "anyType"));
    }

    private XmlSchemaType named(QName name) {
        var found = schemas.getTypeByQName(name);
        if (found == null) throw new IllegalStateException("no type " + name);
        return found;
    }

    XmlSchemaSimpleType simple(QName name) {
        return (XmlSchemaSimpleType) named(name);
    }

    private Kind kind(XmlSchemaType type) {
        var known = kinds.get(type);
        if (known != null) return known;
        var name = Optional.ofNullable(type.getQName());
        var key = name.map(QName::toString).orElseGet(() -> "anonymous " + System.identityHashCode(type));
        Kind made;
        if (type instanceof XmlSchemaSimpleType simple) made = new Kind(key, name, false, false, Optional.of(simple), Optional::empty, List.of(), Optional.empty());
        else {
            var complex = (XmlSchemaComplexType) type;
            var attributes = new LinkedHashMap<QName, Attribute>();
            var others = attributes(complex, attributes);
            made = new Kind(key, name, complex.isAbstract(), complex.isMixed(), text(complex), () -> Optional.ofNullable(content(complex)), List.copyOf(attributes.values()), others);
        }
        kinds.put(type, made);
        return made;
    }

    private static QName base(XmlSchemaComplexType type) {
        if (type.getContentModel() == null) return null;
        var content = type.getContentModel().getContent();
        if (content instanceof XmlSchemaComplexContentExtension one) return one.getBaseTypeName();
        if (content instanceof XmlSchemaComplexContentRestriction one) return one.getBaseTypeName();
        if (content instanceof XmlSchemaSimpleContentExtension one) return one.getBaseTypeName();
        if (content instanceof XmlSchemaSimpleContentRestriction one) return one.getBaseTypeName();
        return null;
    }

    private Optional<XmlSchemaSimpleType> text(XmlSchemaComplexType type) {
        if (type.getContentModel() == null || base(type) == null) return Optional.empty();
        if (type.getContentModel().getContent() instanceof XmlSchemaSimpleContentRestriction one && !one.getFacets().isEmpty()) throw new IllegalStateException("facets in " + type.getQName());
        return named(base(type)) instanceof XmlSchemaSimpleType simple ? Optional.of(simple) : text((XmlSchemaComplexType) named(base(type)));
    }

    private Model content(XmlSchemaComplexType type) {
        if (type.getContentModel() == null) return particle(type.getParticle());
        var content = type.getContentModel().getContent();
        if (content instanceof XmlSchemaComplexContentRestriction one) return particle(one.getParticle());
        if (!(content instanceof XmlSchemaComplexContentExtension one)) return null;
        var above = named(one.getBaseTypeName()) instanceof XmlSchemaComplexType complex ? content(complex) : null;
        var own = particle(one.getParticle());
        if (above == null) return own;
        return own == null ? above : new Sequence(List.of(above, own), false);
    }

    private Model particle(Object particle) {
        if (particle == null || particle instanceof XmlSchemaParticle one && one.getMaxOccurs() == 0) return null;
        boolean many = particle instanceof XmlSchemaParticle one && one.getMaxOccurs() > 1;
        boolean required = particle instanceof XmlSchemaParticle one && one.getMinOccurs() > 0;
        if (particle instanceof XmlSchemaElement one) return element(one, (int) one.getMinOccurs(), many);
        if (particle instanceof XmlSchemaAny one) return new Wildcard(one.getNamespace() == null ? "##any" : one.getNamespace(), required, many);
        if (particle instanceof XmlSchemaSequence one) return new Sequence(particles(one.getItems()), many);
        if (particle instanceof XmlSchemaAll one) return new Sequence(particles(one.getItems()), many);
        if (particle instanceof XmlSchemaChoice one) return new Choice(particles(one.getItems()), many);
        if (particle instanceof XmlSchemaGroup one) return particle(one.getParticle());
        if (particle instanceof XmlSchemaGroupRef one) {
            for (var schema : schemas.getXmlSchemas()) if (schema.getGroupByName(one.getRefName()) != null) return new Sequence(particles(List.of(schema.getGroupByName(one.getRefName()).getParticle())), many);
        }
        throw new IllegalStateException(particle.getClass().getName());
    }

    private List<Model> particles(List<? extends Object> items) {
        var found = new ArrayList<Model>();
        for (var item : items) {
            var one = particle(item);
            if (one != null) found.add(one);
        }
        return List.copyOf(found);
    }

    /** An element, or the choice of all that may stand for it. */
    private Model element(XmlSchemaElement declared, int least, boolean many) {
        var declaration = declared.isRef() ? element(declared.getTargetQName()) : declared;
        var stands = new ArrayList<Model>();
        if (!declaration.isAbstract()) stands.add(place(declaration, least, many));
        collectSubstitutes(declaration.getQName(), stands, least, many);
        if (stands.size() == 1) return stands.get(0);
        return stands.isEmpty() ? null : new Choice(stands, many);
    }

    private void collectSubstitutes(QName head, List<Model> stands, int least, boolean many) {
        for (var one : head == null ? List.<XmlSchemaElement>of() : substitutes.getOrDefault(head, List.of())) {
            if (!one.isAbstract()) stands.add(place(one, least, many));
            collectSubstitutes(one.getQName(), stands, least, many);
        }
    }

    /** Of a type and its bases; answers with the namespaces of others that it lets in. */
    private Optional<String> attributes(XmlSchemaComplexType type, Map<QName, Attribute> found) {
        Optional<String> others = Optional.empty();
        if (base(type) != null && named(base(type)) instanceof XmlSchemaComplexType above) others = attributes(above, found);
        var content = type.getContentModel() == null ? null : type.getContentModel().getContent();
        List<?> own = type.getAttributes();
        XmlSchemaAnyAttribute any = type.getAnyAttribute();
        if (content instanceof XmlSchemaComplexContentExtension one) { own = one.getAttributes(); any = one.getAnyAttribute(); }
        else if (content instanceof XmlSchemaComplexContentRestriction one) { own = one.getAttributes(); any = one.getAnyAttribute(); }
        else if (content instanceof XmlSchemaSimpleContentExtension one) { own = one.getAttributes(); any = one.getAnyAttribute(); }
        else if (content instanceof XmlSchemaSimpleContentRestriction one) { own = one.getAttributes(); any = one.getAnyAttribute(); }
        var inherited = others;
        return own(own, any, found).or(() -> inherited);
    }


    private Optional<String> own(List<?> declared, XmlSchemaAnyAttribute any, Map<QName, Attribute> found) {
        Optional<String> others = Optional.ofNullable(any).map(one -> one.getNamespace() == null ? "##any" : one.getNamespace());
        for (var one : declared) {
            if (one instanceof XmlSchemaAttribute attribute) {
                if (attribute.getUse() == XmlSchemaUse.PROHIBITED) found.remove(name(attribute));
                else found.put(name(attribute), attribute(attribute, attribute.getUse() == XmlSchemaUse.REQUIRED));
            } else if (one instanceof XmlSchemaAttributeGroupRef reference) {
                var group = group(reference.getTargetQName());
                var inner = own(group.getAttributes(), group.getAnyAttribute(), found);
                if (others.isEmpty()) others = inner;
            }
        }
        return others;
    }

    private XmlSchemaAttributeGroup group(QName name) {
        for (var schema : schemas.getXmlSchemas()) if (schema.getAttributeGroupByName(name) != null) return schema.getAttributeGroupByName(name);
        throw new IllegalStateException("no attribute group " + name);
    }

    private static QName name(XmlSchemaAttribute attribute) {
        return attribute.isRef() ? attribute.getTargetQName() : attribute.isTopLevel() ? attribute.getQName() : attribute.getWireName();
    }

    private Attribute attribute(XmlSchemaAttribute declared, boolean required) {
        var attribute = declared.isRef() ? schemas.getAttributeByQName(declared.getTargetQName()) : declared;
        if (attribute == null) return new Attribute(declared.getTargetQName(), simple(new QName(XSD, "language")), required); // xml:lang
        var type = attribute.getSchemaTypeName() != null ? simple(attribute.getSchemaTypeName()) : attribute.getSchemaType();
        return new Attribute(name(declared), type == null ? simple(new QName(XSD, "string")) : type, required);
    }
}
