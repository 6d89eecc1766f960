package tearline.engine.standard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * A named, versioned message format as its folder in xsd/ describes it: shapes, facts and rules.
 *
 * @param partsWithinParent a part of the envelope is read with the element around it, whose other parts are left out: what the envelope says of all of them is said of each
 * @param mend a stylesheet that makes good what a lenient sender's documents lack of their schema; absent where nothing is
 */
public record Standard(String name, Kind kind, String title, List<String> mediaTypes, List<Shape> shapes, Map<QName, String> refused,
                       FactQueries facts, Optional<FactQueries.Query> parts, boolean partsWithinParent, List<String> ruleFiles,
                       Optional<String> mend, Optional<Json> json) {

    /** What a document of the standard is about, in the words of the common model. */
    public enum Kind {
        ALERT, SITUATION, SAR, ENVELOPE, OTHER;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One of the forms in which a standard appears, with its own schema. */
    public record Shape(String name, String schemaPath, Map<QName, Boolean> roots) {}

    /** Where the JSON Schema and the JSON-LD context of a standard stand that is written in JSON. */
    public record Json(String schemaPath, String contextPath) {}

    public boolean isEnvelope() {
        return kind == Kind.ENVELOPE;
    }
}
