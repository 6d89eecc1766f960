package tearline.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import tearline.engine.Finding;
import tearline.engine.Severity;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/**
 * One Schematron file, run as XPaths compiled once and evaluated on the tree: several times faster than Schematron turned into XSLT.
 * Of Schematron it knows ns, let, pattern, rule, assert, report and diagnostics; a node fires the first rule of a pattern that matches it.
 */
final class RuleBook {

    private record Let(String name, XPathExecutable value) {}
    private record Check(String id, Severity severity, String clause, String message, String advice, XPathExecutable test, boolean fires) {}
    private record Rule(XPathExecutable context, List<Let> lets, List<Check> checks) {}

    /** An alert with a thousand areas breaks one rule a thousand times; this often is enough to tell. */
    private static final int MOST_OF_A_RULE = 20;

    private final String path;
    private final List<Let> lets = new ArrayList<>();
    private final List<List<Rule>> patterns = new ArrayList<>();

    RuleBook(Shelf shelf, String path) {
        this.path = path;
        try {
            var schema = Saxon.root(Saxon.tree(shelf.get(path)));
            var prefixes = new LinkedHashMap<String, String>();
            var advice = new LinkedHashMap<String, String>();
            for (var child : Saxon.elements(schema)) {
                if (is(child, "ns")) prefixes.put(attribute(child, "prefix"), attribute(child, "uri"));
                if (is(child, "diagnostics")) Saxon.elements(child).forEach(one -> advice.put(attribute(one, "id"), text(one)));
            }
            var known = new ArrayList<String>();
            for (var child : Saxon.elements(schema)) if (is(child, "let")) lets.add(let(child, prefixes, known));
            for (var child : Saxon.elements(schema)) {
                if (!is(child, "pattern")) continue;
                var rules = new ArrayList<Rule>();
                for (var rule : Saxon.elements(child)) if (is(rule, "rule")) rules.add(rule(rule, prefixes, known, advice));
                patterns.add(rules);
            }
        } catch (SaxonApiException e) {
            throw new IllegalStateException("The rules " + path + " do not compile: " + e.getMessage(), e);
        }
    }

    /** Evaluates all rules; findings stand in document order within each rule. */
    List<Finding> check(XdmNode document) {
        try {
            var findings = new ArrayList<Finding>();
            var seen = new HashMap<String, Integer>();
            var values = new LinkedHashMap<String, XdmValue>();
            for (var let : lets) values.put(let.name(), evaluate(let.value(), document, values));
            for (var pattern : patterns) {
                var fired = new HashSet<XdmNode>();
                for (var rule : pattern) {
                    for (XdmItem item : evaluate(rule.context(), document, values)) {
                        if (item instanceof XdmNode node && (pattern.size() == 1 || fired.add(node))) apply(rule, node, values, seen, findings);
                    }
                }
            }
            return findings;
        } catch (SaxonApiException e) { // its message quotes the value that failed
            throw new IllegalStateException("A rule of " + path + " failed with " + (e.getErrorCode() == null ? "no code" : e.getErrorCode().getLocalName()));
        }
    }

    private static void apply(Rule rule, XdmNode node, Map<String, XdmValue> outer, Map<String, Integer> seen, List<Finding> findings) throws SaxonApiException {
        var values = outer;
        if (!rule.lets().isEmpty()) {
            values = new LinkedHashMap<>(outer);
            for (var let : rule.lets()) values.put(let.name(), evaluate(let.value(), node, values));
        }
        for (var check : rule.checks()) {
            var selector = load(check.test(), node, values);
            if (selector.effectiveBooleanValue() == check.fires() && seen.merge(check.id(), 1, Integer::sum) <= MOST_OF_A_RULE) {
                findings.add(new Finding(check.id(), check.severity(), node.getLineNumber(), node.getColumnNumber(), Paths.of(node),
                        check.message(), check.clause(), check.advice()));
            }
        }
    }

    private static Rule rule(XdmNode rule, Map<String, String> prefixes, List<String> outer, Map<String, String> advice) throws SaxonApiException {
        var known = new ArrayList<>(outer);
        var lets = new ArrayList<Let>();
        for (var child : Saxon.elements(rule)) if (is(child, "let")) lets.add(let(child, prefixes, known));
        var checks = new ArrayList<Check>();
        for (var child : Saxon.elements(rule)) {
            if (!is(child, "assert") && !is(child, "report")) continue;
            var severity = Severity.valueOf(attribute(child, "role").toUpperCase(java.util.Locale.ROOT));
            checks.add(new Check(attribute(child, "id"), severity, attribute(child, "see"), text(child), advice.getOrDefault(attribute(child, "diagnostics"), ""),
                    compiler(prefixes, known).compile(attribute(child, "test")), is(child, "report")));
        }
        // A pattern without a leading slash matches anywhere, the root included: '//' from the document node finds exactly these.
        var context = attribute(rule, "context");
        var anywhere = String.join(" | ", splitUnion(context).stream().map(one -> one.startsWith("/") ? one : "//" + one).toList());
        return new Rule(compiler(prefixes, outer).compile(anywhere), lets, checks);
    }

    private static List<String> splitUnion(String context) {
        var parts = new ArrayList<String>();
        int depth = 0, start = 0;
        boolean quoted = false;
        for (int i = 0; i < context.length(); i++) {
            char c = context.charAt(i);
            if (c == '\'') quoted = !quoted;
            if (quoted) continue;
            if (c == '[' || c == '(') depth++;
            if (c == ']' || c == ')') depth--;
            if (c == '|' && depth == 0) {
                parts.add(context.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(context.substring(start).strip());
        return parts;
    }

    private static Let let(XdmNode let, Map<String, String> prefixes, List<String> known) throws SaxonApiException {
        var compiled = new Let(attribute(let, "name"), compiler(prefixes, known).compile(attribute(let, "value")));
        known.add(compiled.name());
        return compiled;
    }

    private static XPathCompiler compiler(Map<String, String> prefixes, List<String> variables) {
        var compiler = Saxon.newXPath();
        prefixes.forEach(compiler::declareNamespace);
        variables.forEach(name -> compiler.declareVariable(new QName(name)));
        return compiler;
    }

    private static XdmValue evaluate(XPathExecutable executable, XdmNode context, Map<String, XdmValue> values) throws SaxonApiException {
        return load(executable, context, values).evaluate();
    }

    private static XPathSelector load(XPathExecutable executable, XdmNode context, Map<String, XdmValue> values) throws SaxonApiException {
        var selector = executable.load();
        selector.setContextItem(context);
        for (var variable = executable.iterateExternalVariables(); variable.hasNext();) {
            var name = variable.next();
            selector.setVariable(name, values.get(name.getLocalName()));
        }
        return selector;
    }

    private static boolean is(XdmNode element, String name) {
        return element.getNodeName().getLocalName().equals(name);
    }

    private static String text(XdmNode element) {
        return element.getStringValue().replaceAll("\\s+", " ").strip();
    }

    private static String attribute(XdmNode element, String name) {
        var value = element.getAttributeValue(new QName(name));
        return value == null ? "" : value;
    }
}
