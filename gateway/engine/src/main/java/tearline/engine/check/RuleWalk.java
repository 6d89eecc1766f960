package tearline.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.Controller;
import net.sf.saxon.event.ComplexContentOutputter;
import net.sf.saxon.event.SequenceCollector;
import net.sf.saxon.expr.XPathContextMajor;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.iter.ManualIterator;
import net.sf.saxon.value.Int64Value;
import tearline.engine.Finding;
import tearline.engine.xml.Saxon;

/** One walk of one document, and what all evaluations on it share: to make a context for each is dearer than most rules. */
final class RuleWalk {

    /** An alert with a thousand areas breaks one rule a thousand times; this often is enough to tell. */
    private static final int MOST_OF_A_RULE = 20;

    private final RuleFile.Rule[] ofAttributes;
    private final List<Map<String, XdmValue>> values = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final ManualIterator focus;
    private final XPathContextMajor context;
    private final SequenceCollector broken;
    private final ComplexContentOutputter numbers;

    RuleWalk(NodeInfo document, List<RuleFile> files, RuleFile.Rule[] ofAttributes) throws SaxonApiException {
        this.ofAttributes = ofAttributes;
        for (var file : files) values.add(file.values(document));
        var controller = new Controller(Saxon.processor().getUnderlyingConfiguration());
        focus = new ManualIterator(document);
        context = controller.newXPathContext();
        context.setCurrentIterator(focus);
        broken = new SequenceCollector(controller.makePipelineConfiguration());
        numbers = new ComplexContentOutputter(broken);
    }

    /** Evaluates all rules for what stands under a node; findings come in document order. */
    void below(NodeInfo parent, Place place) throws XPathException, SaxonApiException {
        var elements = parent.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT);
        for (NodeInfo element; (element = elements.next()) != null;) {
            var there = place.of(element, this::matches);
            focus.setContextItem(element);
            check(element, there);
            if (ofAttributes.length > 0) checkAttributes(element);
            below(element, there);
        }
    }

    List<Finding> findings() {
        return findings;
    }

    private void check(NodeInfo element, Place place) throws XPathException, SaxonApiException {
        int fired = -1;
        for (var candidate : place.candidates()) {
            var rule = candidate.rule();
            if (rule.pattern() == fired || !candidate.certain() && !matches(rule, element)) continue; // a node fires the first rule of a pattern that matches it
            fired = rule.pattern();
            evaluate(rule, element);
        }
    }

    private void checkAttributes(NodeInfo element) throws XPathException, SaxonApiException {
        var attributes = element.iterateAxis(AxisInfo.ATTRIBUTE);
        for (NodeInfo attribute; (attribute = attributes.next()) != null;) {
            focus.setContextItem(attribute);
            int fired = -1;
            for (var rule : ofAttributes) {
                if (rule.pattern() == fired || !matches(rule, attribute)) continue;
                fired = rule.pattern();
                evaluate(rule, attribute);
            }
        }
    }

    private boolean matches(RuleFile.Rule rule, NodeInfo node) {
        try {
            return rule.context().matches(node, values.get(rule.file()), context);
        } catch (XPathException | SaxonApiException e) {
            throw new RuleBook.Failure(e);
        }
    }

    private void evaluate(RuleFile.Rule rule, NodeInfo node) throws XPathException, SaxonApiException {
        rule.broken().evaluate(node, values.get(rule.file()), context, numbers);
        if (broken.getList().isEmpty()) return;
        for (var number : broken.getList()) {
            var check = rule.checks().get((int) ((Int64Value) number).longValue());
            if (seen.merge(check.id(), 1, Integer::sum) > MOST_OF_A_RULE) continue;
            findings.add(new Finding(check.id(), check.severity(), node.getLineNumber(), node.getColumnNumber(), Paths.of(node), check.message(), check.clause(), check.advice()));
        }
        broken.reset();
    }
}
