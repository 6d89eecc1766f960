package tearline.engine.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import tearline.engine.xml.Saxon;

/** The XPaths by which a standard declares its facts: the only way in which Java knows a payload. */
public final class FactQueries {

    private final Map<String, Query> queries = new HashMap<>();
    private final List<Key> identity = new ArrayList<>();
    private String memoryRule;
    private Clock clock;

    /** The rule by which a document is not sent later than it is received. */
    public record Clock(String rule, String clause) {}

    public Optional<Clock> clock() {
        return Optional.ofNullable(clock);
    }

    void holdAgainst(Clock clock) {
        this.clock = clock;
    }

    /** One part of an identity; an instant is compared as a moment, whatever its offset. */
    public record Key(Query query, boolean instant) {}

    /** The rule by which an update may only follow a record that is known, each with a higher number; where its standard counts its versions. */
    public Optional<String> memoryRule() {
        return Optional.ofNullable(memoryRule);
    }

    void remember(String rule) {
        memoryRule = rule;
    }

    void put(String fact, Query query) {
        queries.put(fact, query);
    }

    void addKey(Query query, boolean instant) {
        identity.add(new Key(query, instant));
    }

    public Facts of(XdmNode root) {
        var keys = identity.stream().map(key -> key.query().first(root).map(value -> key.instant() ? Instants.normal(value) : value).orElse("")).toList();
        return new Facts(keys, first("sender", root), first("id", root), first("status", root), first("type", root), first("sent", root),
                first("expires", root), all("reference", root), all("mark", root), all("incident", root).stream().distinct().toList(), first("sequence", root));
    }

    private Optional<String> first(String fact, XdmNode root) {
        return Optional.ofNullable(queries.get(fact)).flatMap(query -> query.first(root)).filter(value -> !value.isBlank());
    }

    private List<String> all(String fact, XdmNode root) {
        return Optional.ofNullable(queries.get(fact)).map(query -> query.all(root)).orElse(List.of());
    }

    /** An XPath compiled once, on first use, and evaluated with a payload's root element as context. */
    public static final class Query {
        private final String xpath;
        private final Map<String, String> prefixes;
        private volatile XPathExecutable executable;

        public Query(String xpath, Map<String, String> prefixes) {
            this.xpath = xpath;
            this.prefixes = prefixes;
        }

        private XPathExecutable executable() {
            if (executable == null) {
                try {
                    var compiler = Saxon.newXPath();
                    prefixes.forEach(compiler::declareNamespace);
                    executable = compiler.compile(xpath);
                } catch (SaxonApiException e) {
                    throw new IllegalStateException("The fact '" + xpath + "' does not compile: " + e.getMessage(), e);
                }
            }
            return executable;
        }

        public XdmValue evaluate(XdmNode context) {
            try {
                var selector = executable().load();
                selector.setContextItem(context);
                return selector.evaluate();
            } catch (SaxonApiException e) { // a cast that fails on an odd document: the fact is not there
                return XdmValue.makeSequence(List.of());
            }
        }

        Optional<String> first(XdmNode root) {
            for (XdmItem item : evaluate(root)) return Optional.of(item.getStringValue());
            return Optional.empty();
        }

        List<String> all(XdmNode root) {
            var values = new ArrayList<String>();
            for (XdmItem item : evaluate(root)) if (!item.getStringValue().isBlank()) values.add(item.getStringValue().strip());
            return List.copyOf(values);
        }
    }
}
