package tearline.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import tearline.engine.Severity;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** One Schematron file, compiled. Of Schematron it knows ns, let, pattern, rule, assert, report and diagnostics; beside them, codes names a dated list. */
final class RuleFile {

    /** One assert or report: what is found where it does not hold. */
    record Check(String id, Severity severity, String clause, String message, String advice) {}

    /** All checks of one context as one expression: it yields the numbers of those that are broken. */
    record Rule(int file, int pattern, boolean ofAttributes, boolean ofNames, Optional<Set<String>> names, Compiled context, Compiled broken, List<Check> checks) {

        boolean mayMatch(String localName) {
            return names.isEmpty() || names.get().contains(localName);
        }

        Rule in(int number) {
            return new Rule(number, number * 1_000 + pattern, ofAttributes, ofNames, names, context, broken, checks);
        }
    }

    private record Let(String name, Compiled value) {}

    /** A last step that says its names: {@code p:name}, {@code *:name}, {@code p:*[local-name() = ('a', 'b')]}. */
    private static final Pattern NAMED = Pattern.compile("(?:(?:[\\w.-]+|\\*):)?([\\w-][\\w.-]*)(?:\\[.*)?", Pattern.DOTALL);
    private static final Pattern LISTED = Pattern.compile("(?:[\\w.-]+:)?\\*\\[local-name\\(\\) = \\(([^()]*)\\)\\].*", Pattern.DOTALL);

    /** Steps without predicates, functions or attributes: the names of an element and of those around it decide. */
    private static final Pattern NAMES_ALONE = Pattern.compile("[\\w.:*/|\\s-]+");

    private final String path;
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private final Map<String, String> advice = new HashMap<>();
    /** Lists of codes as XPath sequences, by name. */
    private final Map<String, String> codes = new LinkedHashMap<>();
    private final List<Let> lets = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    RuleFile(Shelf shelf, String path) {
        this.path = path;
        try {
            var schema = Saxon.root(Saxon.tree(shelf.get(path)));
            for (var child : Saxon.elements(schema)) {
                if (is(child, "ns")) prefixes.put(attribute(child, "prefix"), attribute(child, "uri"));
                if (is(child, "codes")) codes.put(attribute(child, "name"), CodeList.read(shelf.get(path.substring(0, path.lastIndexOf('/') + 1) + attribute(child, "file"))));
                if (is(child, "diagnostics")) Saxon.elements(child).forEach(one -> advice.put(attribute(one, "id"), text(one)));
            }
            for (var child : Saxon.elements(schema)) if (is(child, "let")) lets.add(new Let(attribute(child, "name"), expression(attribute(child, "value"), lets.size())));
            int pattern = 0;
            for (var child : Saxon.elements(schema)) {
                if (!is(child, "pattern")) continue;
                for (var rule : Saxon.elements(child)) if (is(rule, "rule")) rules.add(rule(rule, pattern));
                pattern++;
            }
        } catch (SaxonApiException e) {
            throw new IllegalStateException("The rules " + path + " do not compile: " + e.getMessage(), e);
        }
    }

    String path() { return path; }

    List<Rule> rules() { return rules; }

    /** The variables of the whole file, evaluated on the document. */
    Map<String, XdmValue> values(NodeInfo document) throws SaxonApiException {
        if (lets.isEmpty()) return Map.of();
        var values = new HashMap<String, XdmValue>();
        for (var let : lets) values.put(let.name(), let.value().evaluate(document, values));
        return values;
    }

    private Rule rule(XdmNode rule, int pattern) throws SaxonApiException {
        var checks = new ArrayList<Check>();
        var expression = new StringBuilder();
        for (var child : Saxon.elements(rule)) {
            if (is(child, "let")) expression.append("let $").append(attribute(child, "name")).append(" := (").append(attribute(child, "value")).append(") return ");
        }
        for (var list : codes.entrySet()) if (Saxon.elements(rule).stream().anyMatch(child -> (attribute(child, "test") + attribute(child, "value")).contains("$" + list.getKey()))) expression.insert(0, "let $" + list.getKey() + " := " + list.getValue() + " return ");
        expression.append('(');
        for (var child : Saxon.elements(rule)) {
            if (!is(child, "assert") && !is(child, "report")) continue;
            int number = checks.size();
            expression.append(number == 0 ? "" : ", ").append("if (").append(attribute(child, "test")).append(is(child, "report") ? ") then " + number + " else ()" : ") then () else " + number);
            checks.add(new Check(attribute(child, "id"), Severity.valueOf(attribute(child, "role").toUpperCase(Locale.ROOT)), attribute(child, "see"), text(child),
                    advice.getOrDefault(attribute(child, "diagnostics"), "")));
        }
        var context = attribute(rule, "context");
        return new Rule(0, pattern, isOfAttributes(context), NAMES_ALONE.matcher(context).matches(), names(context), new Compiled(compiler(lets.size()).compilePattern(context)), expression(expression.append(')').toString(), lets.size()), List.copyOf(checks));
    }

    private Compiled expression(String text, int known) throws SaxonApiException {
        return new Compiled(compiler(known).compile(text));
    }

    private XPathCompiler compiler(int known) {
        var compiler = Saxon.newXPath();
        prefixes.forEach(compiler::declareNamespace);
        lets.subList(0, known).forEach(let -> compiler.declareVariable(new QName(let.name())));
        return compiler;
    }

    /** The local names that the context's last steps ask for; empty where they do not say, and every element must be tried. */
    private static Optional<Set<String>> names(String context) {
        var names = new HashSet<String>();
        for (var alternative : split(context, '|')) {
            var steps = split(alternative, '/');
            var last = steps.get(steps.size() - 1);
            var listed = LISTED.matcher(last);
            var named = NAMED.matcher(last);
            if (listed.matches()) for (var one : listed.group(1).split(",")) names.add(one.strip().replace("'", ""));
            else if (named.matches()) names.add(named.group(1));
            else return Optional.empty();
        }
        return Optional.of(names);
    }

    private static boolean isOfAttributes(String context) {
        return split(context, '|').stream().map(one -> split(one, '/')).allMatch(steps -> steps.get(steps.size() - 1).startsWith("@"));
    }

    private static List<String> split(String expression, char at) {
        var parts = new ArrayList<String>();
        int depth = 0, start = 0;
        boolean quoted = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\'') quoted = !quoted;
            if (quoted) continue;
            if (c == '[' || c == '(') depth++;
            if (c == ']' || c == ')') depth--;
            if (c == at && depth == 0) {
                parts.add(expression.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(expression.substring(start).strip());
        return parts;
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
