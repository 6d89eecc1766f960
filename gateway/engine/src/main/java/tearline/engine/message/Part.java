package tearline.engine.message;

import java.util.List;
import java.util.Optional;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Severity;
import tearline.engine.model.Binding;
import tearline.engine.standard.Facts;
import tearline.engine.standard.Standard;
import tearline.engine.xml.Saxon;

/**
 * One payload inside a message: what it is, its own tree, its facts, and what was found about it.
 *
 * @param mended the tree is not quite what came: it was made good for a lenient sender
 */
public record Part(int index, Optional<Standard> standard, String shape, XdmNode document, Facts facts, List<Finding> findings, Optional<Code> refusal, boolean mended) {

    public boolean accepted() {
        return refusal.isEmpty();
    }

    /** Made here, in the common model, of what an envelope alone says. */
    public boolean isRecord() {
        return Saxon.root(document).getNodeName().getNamespaceURI().equals(Binding.NAMESPACE);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** The key under which this payload may come only once; parts of one standard family share the name space. */
    public Optional<String> identityKey() {
        return standard.flatMap(one -> facts.identityKey(one.kind().word()));
    }
}
