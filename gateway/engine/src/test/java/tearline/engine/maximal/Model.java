package tearline.engine.maximal;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;

/** What a schema says of an element, as plainly as a writer of instances needs it. */
sealed interface Model {

    /** Whether it may stand more than once. */
    boolean many();

    /**
     * @param types its own, or where that is abstract all that xsi:type may name instead
     * @param least how often it must stand
     */
    record Place(QName name, List<Kind> types, boolean named, int least, boolean many) implements Model {

        boolean required() {
            return least > 0;
        }

        String path(String parent, Kind kind) {
            return parent + "/" + name.getLocalPart() + (named ? "(" + kind.name().orElseThrow().getLocalPart() + ")" : "");
        }
    }

    record Sequence(List<Model> parts, boolean many) implements Model {}

    record Choice(List<Model> branches, boolean many) implements Model {}

    /** Where the schema lets others in: the namespaces, as it names them. */
    record Wildcard(String namespaces, boolean required, boolean many) implements Model {}

    /** @param text the type of its text, or none
     * @param content looked up late, for a type may hold itself */
    record Kind(String key, Optional<QName> name, boolean isAbstract, boolean mixed, Optional<XmlSchemaSimpleType> text, java.util.function.Supplier<Optional<Model>> content, List<Attribute> attributes, Optional<String> others) {}

    record Attribute(QName name, XmlSchemaSimpleType type, boolean required) {}
}
