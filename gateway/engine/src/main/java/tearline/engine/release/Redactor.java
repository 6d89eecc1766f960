package tearline.engine.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.sf.saxon.event.PipelineConfiguration;
import net.sf.saxon.expr.parser.Loc;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.tree.tiny.Statistics;
import net.sf.saxon.tree.tiny.TinyBuilder;
import tearline.common.Marking;
import tearline.common.MessageType;
import tearline.engine.config.Disclosure;
import tearline.engine.mark.Marked;
import tearline.engine.marking.Banner;
import tearline.engine.marking.Label;
import tearline.engine.marking.Level;
import tearline.engine.model.Record;
import tearline.engine.model.RecordModel;
import tearline.engine.plan.Plan;
import tearline.engine.plan.View;
import tearline.engine.xml.Saxon;

/**
 * Makes the record that one view may see, in the order of design §6: portions that are not dominated, policies, cuts, sweep, references,
 * and only then the marking. Decisions are taken over the labelled leaves; one pass of a filter over the tree carries them out.
 */
public final class Redactor {

    /** Legal without any content (CAP 1.2 §3.2.1). */
    private static final Set<MessageType> SAYS_ENOUGH = Set.of(MessageType.CANCEL, MessageType.ERROR);
    private static final int MOST_BANNERS = 1_000;
    private static final Pattern LINES = Pattern.compile(" | ", Pattern.LITERAL);
    private final Derivative derivative;
    private final AllowLists lists;
    private final Map<Label, String> banners = new ConcurrentHashMap<>();

    public Redactor(Derivative derivative, RecordModel model) {
        this.derivative = derivative;
        this.lists = new AllowLists(model);
    }

    /** What each view lets through, as text. */
    public AllowLists lists() {
        return lists;
    }

    public Release release(Plan.ViewGroup group) {
        return release(group, whole -> derivative.of(group, whole)).release();
    }

    /** A release, and the label that it adds up to. */
    public record Labelled(Release release, Label label) {}

    /** What is left of a report under its own name, as its next version, when everything that identifies a person is taken out of it. */
    public Labelled withoutPrivacy(Marked marked, Set<String> categories, String sent) {
        var group = new Plan.ViewGroup(marked, View.withoutPrivacy(categories), Optional.empty(), false, List.of());
        return release(group, whole -> derivative.revision(group, sent));
    }

    private Labelled release(Plan.ViewGroup group, Function<Boolean, Derivative.Identity> named) {
        var marked = group.marked();
        var list = lists.get(group.view());
        var choices = new Choices(marked, group.view(), list, derivative.pseudonyms());
        var secrets = choices.secrets().values();
        choices.sweep(new Sweep(secrets, choices.secrets().shown(), choices.patterns()));
        choices.repair();
        if (choices.nothingLeft() && !(choices.whole() && SAYS_ENOUGH.contains(marked.record().header().getType()))) {
            return new Labelled(new Release(group, list.sha256(), Optional.empty(), false, "", "", choices.detailed(), choices.withheld(), Set.of(), Set.of(), List.of()), Label.nobody());
        }
        var label = choices.label();
        var banner = banner(label);
        boolean whole = choices.whole();
        var identity = named.apply(whole);
        var notices = Notices.owed(group.view().notices(), label, marked.record().marking().getDesignator());
        var told = group.view().discloses();
        notices.addAll(Notices.ofRedaction(told, choices.categories()));
        var marking = marking(marked.record().marking(), banner, notices, whole);
        if (told == Disclosure.CATEGORIES) marking.getRedaction().addAll(Manifest.of(marked.record().marking().getRedaction(), choices.withheld()));
        var record = filter(marked, list, choices.texts(), identity, marking, whole);
        return new Labelled(new Release(group, list.sha256(), Optional.of(record), whole, identity.documentId(), banner, choices.detailed(), choices.withheld(), secrets, choices.secrets().shown(), List.copyOf(notices)), label);
    }

    /** For whoever holds what the message updates or cancels and may see nothing of it: that it is taken back, and not a word more. */
    public Release takingBack(Plan.ViewGroup group, Release nothing) {
        var identity = derivative.of(group, false);
        var record = Record.bare(identity.takingBack());
        return new Release(group, nothing.allowList(), Optional.of(record), false, identity.documentId(), "", nothing.detailed(), nothing.withheld(), Set.of(), Set.of(), List.of());
    }

    /** Printing a banner costs as much as a small release, and few labels ever occur. */
    private String banner(Label label) {
        if (banners.size() > MOST_BANNERS) banners.clear();
        return banners.computeIfAbsent(label, one -> one.level() == Level.PUBLIC ? "" : Banner.of(one));
    }

    private XdmNode filter(Marked marked, AllowList list, String[] texts, Derivative.Identity identity, Marking marking, boolean whole) {
        try {
            var configuration = Saxon.processor().getUnderlyingConfiguration();
            var pipeline = new PipelineConfiguration(configuration);
            var tree = new TinyBuilder(pipeline);
            tree.setStatistics(new Statistics(3 * texts.length + 50, texts.length + 10, 10, 64 * texts.length + 500)); // its own guess is for large documents
            tree.setLineNumbering(false);
            var filter = new ReleaseFilter(tree, list, marked.outline(), texts, identity, marking, whole);
            filter.setPipelineConfiguration(pipeline);
            filter.open();
            marked.record().document().getUnderlyingNode().copy(filter, 0, Loc.NONE);
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
        if (marking.getBanner().isEmpty() && !banner.isEmpty()) marking.getBanner().addAll(List.of(LINES.split(banner))); // marks in text count too
        marking.getDesignator().addAll(old.getDesignator());
        marking.setDissemination(old.getDissemination());
        marking.getNotice().addAll(notices);
        return marking;
    }
}
