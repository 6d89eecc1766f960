package tearline.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.Controller;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.trans.UncheckedXPathException;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.value.Int64Value;
import tearline.engine.Finding;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/**
 * The Schematron files of one standard, run as XPaths compiled once: one walk of the tree, and at each element one evaluation
 * for all checks that share a context. Several times faster than Schematron turned into XSLT.
 */
final class RuleBook {

    /** An alert with a thousand areas breaks one rule a thousand times; this often is enough to tell. */
    private static final int MOST_OF_A_RULE = 20;

    private final List<RuleFile> files = new ArrayList<>();
    private final RuleFile.Rule[] ofAttributes;
    private volatile Map<Integer, RuleFile.Rule[]> byFingerprint = Map.of();

    RuleBook(Shelf shelf, List<String> paths) {
        RuleFunctions.load();
        for (var path : paths) files.add(new RuleFile(shelf, path));
        var found = new ArrayList<RuleFile.Rule>();
        for (int file = 0; file < files.size(); file++) for (var rule : files.get(file).rules()) if (rule.ofAttributes()) found.add(rule.in(file));
        ofAttributes = found.toArray(new RuleFile.Rule[0]);
    }

    /** Evaluates all rules; findings stand in document order. */
    List<Finding> check(XdmNode document) {
        try {
            var findings = new ArrayList<Finding>();
            var controller = new Controller(Saxon.processor().getUnderlyingConfiguration()); // one for the document: to make one is dear
            var seen = new HashMap<String, Integer>();
            var values = new ArrayList<Map<String, XdmValue>>();
            for (var file : files) values.add(file.values(document.getUnderlyingNode()));
            var elements = document.getUnderlyingNode().iterateAxis(AxisInfo.DESCENDANT, NodeKindTest.ELEMENT);
            for (NodeInfo element; (element = elements.next()) != null;) {
                check(element, candidates(element), values, controller, seen, findings);
                if (ofAttributes.length == 0) continue;
                var attributes = element.iterateAxis(AxisInfo.ATTRIBUTE);
                for (NodeInfo attribute; (attribute = attributes.next()) != null;) check(attribute, ofAttributes, values, controller, seen, findings);
            }
            return findings;
        } catch (XPathException | UncheckedXPathException | SaxonApiException e) { // its message quotes the value that failed
            throw new IllegalStateException("A rule of " + files.stream().map(RuleFile::path).toList() + " failed with " + code(e));
        }
    }

    private void check(NodeInfo node, RuleFile.Rule[] candidates, List<Map<String, XdmValue>> values, Controller controller, Map<String, Integer> seen, List<Finding> findings) throws XPathException, SaxonApiException {
        int pattern = -1;
        boolean fired = false;
        for (var rule : candidates) {
            if (rule.pattern() != pattern) fired = false;
            pattern = rule.pattern();
            if (fired) continue; // a node fires the first rule of a pattern that matches it
            var variables = values.get(rule.file());
            if (!rule.matches(node, variables, controller)) continue;
            fired = true;
            var broken = rule.broken(node, variables, controller);
            for (Int64Value number; (number = (Int64Value) broken.next()) != null;) {
                var check = rule.checks().get((int) number.longValue());
                if (seen.merge(check.id(), 1, Integer::sum) > MOST_OF_A_RULE) continue;
                findings.add(new Finding(check.id(), check.severity(), node.getLineNumber(), node.getColumnNumber(), Paths.of(new XdmNode(node)),
                        check.message(), check.clause(), check.advice()));
            }
        }
    }

    /** Rules whose context ends in this name, or in any; in the order of the files. */
    private RuleFile.Rule[] candidates(NodeInfo element) {
        var known = byFingerprint.get(element.getFingerprint());
        if (known != null) return known;
        var found = new ArrayList<RuleFile.Rule>();
        for (int file = 0; file < files.size(); file++) {
            int number = file;
            files.get(file).rules().stream().filter(rule -> !rule.ofAttributes() && rule.mayMatch(element.getLocalPart())).forEach(rule -> found.add(rule.in(number)));
        }
        // Names come from documents of strangers: only as many are remembered as a standard may use.
        var rules = found.toArray(new RuleFile.Rule[0]);
        synchronized (this) {
            if (byFingerprint.size() < 4_096) {
                var larger = new HashMap<>(byFingerprint);
                larger.put(element.getFingerprint(), rules);
                byFingerprint = larger;
            }
        }
        return rules;
    }

    private static String code(Exception e) {
        if (e instanceof UncheckedXPathException wrapped) return code(wrapped.getXPathException());
        var code = e instanceof XPathException failed ? failed.getErrorCodeQName() == null ? null : failed.getErrorCodeQName().getLocalPart()
                : ((SaxonApiException) e).getErrorCode() == null ? null : ((SaxonApiException) e).getErrorCode().getLocalName();
        return code == null ? "no code" : code;
    }
}
