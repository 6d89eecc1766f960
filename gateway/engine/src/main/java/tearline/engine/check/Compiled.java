package tearline.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.saxon.event.Outputter;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.XPathContextMajor;
import net.sf.saxon.expr.elab.PushEvaluator;
import net.sf.saxon.expr.instruct.SlotManager;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.Pattern;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import net.sf.saxon.trans.XPathException;

/**
 * An expression or a pattern of the rules, prepared once. Saxon's own evaluates an expression only after preparing it anew, and makes a
 * context for it each time; here the context is the caller's, and one serves a whole document.
 */
final class Compiled {

    private final XPathExecutable executable;
    /** Those variables of the file that it uses: seldom any, and then the short way is taken. */
    private final List<QName> variables = new ArrayList<>();
    private final SlotManager slots;
    private final Pattern pattern;
    private final PushEvaluator prepared;

    Compiled(XPathExecutable executable) {
        this.executable = executable;
        executable.iterateExternalVariables().forEachRemaining(variables::add);
        var underlying = executable.getUnderlyingExpression();
        Expression expression = underlying.getInternalExpression();
        slots = underlying.createDynamicContext().getXPathContextObject().getStackFrame().getStackFrameMap();
        pattern = expression instanceof Pattern itself ? itself : null;
        prepared = pattern == null ? expression.makeElaborator().elaborateForPush() : null;
    }

    /** Whether a pattern matches the node on which the context stands. */
    boolean matches(NodeInfo node, Map<String, XdmValue> values, XPathContextMajor context) throws XPathException, SaxonApiException {
        if (!variables.isEmpty()) return selector(node, values).effectiveBooleanValue();
        context.openStackFrame(slots);
        return pattern.matches(node, context);
    }

    /** Writes the value of an expression, for the node on which the context stands. */
    void evaluate(NodeInfo node, Map<String, XdmValue> values, XPathContextMajor context, Outputter out) throws XPathException, SaxonApiException {
        if (variables.isEmpty()) {
            context.openStackFrame(slots);
            Expression.dispatchTailCall(prepared.processLeavingTail(out, context));
        } else {
            for (var item : evaluate(node, values)) out.append(item.getUnderlyingValue());
        }
    }

    XdmValue evaluate(NodeInfo node, Map<String, XdmValue> values) throws SaxonApiException {
        return selector(node, values).evaluate();
    }

    private XPathSelector selector(NodeInfo node, Map<String, XdmValue> values) throws SaxonApiException {
        var selector = executable.load();
        selector.setContextItem(new XdmNode(node));
        for (var name : variables) selector.setVariable(name, values.get(name.getLocalName()));
        return selector;
    }
}
