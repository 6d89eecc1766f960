package tearline.engine.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.saxon.event.PipelineConfiguration;
import net.sf.saxon.expr.parser.Loc;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.tiny.TinyBuilder;
import tearline.common.Marking;
import tearline.engine.marking.Banner;
import tearline.engine.marking.Level;
import tearline.engine.model.RecordModel;
import tearline.engine.plan.Plan;
import tearline.engine.xml.Saxon;

/**
 * Makes the record that one view may see, in the order of design §6: portions that are not dominated, policies, cuts, sweep, references,
 * and only then the marking. Decisions are taken over the labelled leaves; one pass of a filter over the tree carries them out.
 */
public final class Redactor {

    private final Derivative derivative;
    private final RecordModel model;
    private final AllowLists lists;

    public Redactor(Derivative derivative, RecordModel model) {
        this.derivative = derivative;
        this.model = model;
        this.lists = new AllowLists(model);
    }

    /** What each view lets through, as text. */
    public AllowLists lists() {
        return lists;
    }

    public Release release(Plan.ViewGroup group) {
        var marked = group.marked();
        var list = lists.get(group.view());
        var choices = new Choices(marked, group.view(), list, derivative.pseudonyms());
        var secrets = choices.secrets();
        choices.sweep(new Sweep(secrets));
        choices.repair();
        if (choices.nothingLeft()) {
            return new Release(group, list.sha256(), Optional.empty(), false, "", "", choices.privacyDropped(), choices.withheld(), Set.of());
        }
        var label = choices.label();
        var banner = label.level() == Level.PUBLIC ? "" : Banner.of(label);
        boolean whole = choices.whole();
        var identity = derivative.of(group, whole);
        var notices = Notices.owed(group.view().notices(), label, marked.record().marking().getDesignator());
        notices.addAll(Notices.ofRedaction(group.view().discloses(), choices.categories()));
        var record = filter(marked.record().document(), list, choices.texts(), identity, marking(marked.record().marking(), banner, notices, whole), whole);
        return new Release(group, list.sha256(), Optional.of(record), whole, identity.documentId(), banner, choices.privacyDropped(), choices.withheld(), secrets);
    }

    private XdmNode filter(XdmNode document, AllowList list, String[] texts, Derivative.Identity identity, Marking marking, boolean whole) {
        try {
            var configuration = Saxon.processor().getUnderlyingConfiguration();
            var pipeline = new PipelineConfiguration(configuration);
            var tree = new TinyBuilder(pipeline);
            tree.setLineNumbering(false);
            var filter = new ReleaseFilter(tree, list, model.root(), texts, identity, marking, whole);
            filter.setPipelineConfiguration(pipeline);
            filter.open();
            document.getUnderlyingNode().copy(filter, 0, Loc.NONE);
            filter.close();
            return new XdmNode(tree.getCurrentRoot());
        } catch (XPathException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rolled up anew: what the source said of the whole no longer holds, but for who designated it. */
    private static Marking marking(Marking old, String banner, List<String> notices, boolean whole) {
        var marking = new Marking();
        if (whole) {
            marking.getBanner().addAll(old.getBanner());
            marking.getSensitivity().addAll(old.getSensitivity());
            marking.getList().addAll(old.getList());
            marking.getNotice().addAll(old.getNotice());
        }
        if (marking.getBanner().isEmpty() && !banner.isEmpty()) marking.getBanner().addAll(List.of(banner.split(" \\| "))); // marks in text count too
        marking.getDesignator().addAll(old.getDesignator());
        marking.setDissemination(old.getDissemination());
        marking.getNotice().addAll(notices);
        return marking;
    }
}
