package tearline.engine.check;

import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.trans.UncheckedXPathException;
import net.sf.saxon.trans.XPathException;
import tearline.engine.Finding;
import tearline.engine.xml.Shelf;

/**
 * The Schematron files of one standard, run as XPaths compiled once: one walk of the tree, and at each element one evaluation
 * for all checks that share a context. Several times faster than Schematron turned into XSLT.
 */
final class RuleBook {

    private final List<RuleFile> files = new ArrayList<>();
    private final RuleFile.Rule[] ofAttributes;
    private final Place top;

    RuleBook(Shelf shelf, List<String> paths) {
        RuleFunctions.load();
        var all = new ArrayList<RuleFile.Rule>();
        for (var path : paths) {
            int number = files.size();
            files.add(new RuleFile(shelf, path));
            files.get(number).rules().forEach(rule -> all.add(rule.in(number)));
        }
        ofAttributes = all.stream().filter(RuleFile.Rule::ofAttributes).toArray(RuleFile.Rule[]::new);
        top = new Place(all.stream().filter(rule -> !rule.ofAttributes()).toList());
    }

    /** Evaluates all rules; findings stand in document order. */
    List<Finding> check(XdmNode document) {
        try {
            var walk = new RuleWalk(document.getUnderlyingNode(), files, ofAttributes);
            walk.below(document.getUnderlyingNode(), top);
            return walk.findings();
        } catch (XPathException | UncheckedXPathException | SaxonApiException | Failure e) { // its message quotes the value that failed
            throw new IllegalStateException("A rule of " + files.stream().map(RuleFile::path).toList() + " failed with " + code(e));
        }
    }

    private static String code(Throwable e) {
        if (e instanceof Failure failure) return code(failure.getCause());
        if (e instanceof UncheckedXPathException wrapped) return code(wrapped.getXPathException());
        var code = e instanceof XPathException failed ? failed.getErrorCodeQName() == null ? null : failed.getErrorCodeQName().getLocalPart()
                : ((SaxonApiException) e).getErrorCode() == null ? null : ((SaxonApiException) e).getErrorCode().getLocalName();
        return code == null ? "no code" : code;
    }

    /** A context that could not be evaluated, on its way out of where nothing may be thrown. */
    static final class Failure extends RuntimeException {
        Failure(Exception cause) { super(cause); }
    }
}
