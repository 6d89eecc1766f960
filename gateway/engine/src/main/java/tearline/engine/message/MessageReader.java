package tearline.engine.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import tearline.common.Envelope;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.check.Checker;
import tearline.engine.check.Demands;
import tearline.engine.mapping.Mapping;
import tearline.engine.mapping.Mappings;
import tearline.engine.model.Binding;
import tearline.engine.standard.Facts;
import tearline.engine.standard.Instants;
import tearline.engine.standard.Standard;
import tearline.engine.xml.Saxon;

/** Unwraps, recognises and checks what came in: one message, its envelope's facts, and its parts with a verdict each. */
public final class MessageReader {

    /** What a document is read for: as a message that asks to be carried, or only to learn what it is and whether it is right. */
    public enum Purpose { MESSAGE, CHECK }

    /** Stands for what could not be read as XML. */
    private static final XdmNode NO_DOCUMENT = Saxon.tree("<unreadable/>".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final QName RULE = new QName("rule");
    private static final QName KIND = new QName("kind");

    private final Checker checker;
    private final Mappings mappings;
    private final Purpose purpose;
    private final boolean lenient;
    private final Limits limits;

    public MessageReader(Checker checker, Mappings mappings, Purpose purpose, boolean lenient, Limits limits) {
        this.checker = checker;
        this.mappings = mappings;
        this.purpose = purpose;
        this.lenient = lenient;
        this.limits = limits;
    }

    /** Throws a refusal where the whole is declined: unreadable, of no standard, an invalid envelope, or no part accepted. */
    public Message read(byte[] bytes) {
        return read(bytes, Demands.NONE);
    }

    /** The same for a sender of whom we know what to ask. */
    public Message read(byte[] bytes, Demands demands) {
        var parts = new ArrayList<Part>();
        var envelopes = new ArrayList<Envelope>();
        var findings = new ArrayList<Finding>();
        String standard;
        if (Archive.is(bytes)) {
            standard = Archive.STANDARD;
            envelopes.add(new Envelope()); // it says nothing of its own, but what it holds is not the message's bytes
            for (var document : Archive.open(bytes, limits.parts())) {
                try {
                    collect(checked(document, demands), demands, parts, envelopes, findings);
                } catch (Refusal refusal) {
                    if (refusal.code() == Code.SPILL || refusal.code() == Code.TOO_MANY_PARTS) throw refusal;
                    parts.add(new Part(parts.size(), Optional.empty(), "", NO_DOCUMENT, none(), refusal.findings(), Optional.of(refusal.code()), false));
                }
            }
        } else {
            var checked = checked(bytes, demands);
            standard = checked.match().standard().name();
            collect(checked, demands, parts, envelopes, findings);
        }
        var message = new Message(bytes, standard, Envelopes.merged(envelopes), findings, List.copyOf(parts));
        if (purpose == Purpose.CHECK || Withdrawal.of(message).isPresent()) return message; // whoever knows what was carried knows what that means
        if (parts.isEmpty()) throw new Refusal(Code.NOTHING_INSIDE, findings);
        if (message.accepted().isEmpty()) throw new Refusal(parts.get(0).refusal().orElseThrow(), parts.stream().flatMap(part -> part.findings().stream()).toList());
        return message;
    }

    private Checker.Checked checked(byte[] document, Demands demands) {
        var checked = checker.check(document, limits.depth(), demands);
        Spills.refuseRemarks(document);
        return checked;
    }

    private void collect(Checker.Checked checked, Demands demands, List<Part> parts, List<Envelope> envelopes, List<Finding> findings) {
        Spills.refuse(checked);
        if (!checked.match().standard().isEnvelope()) {
            parts.add(lenient ? mended(parts.size(), checked, demands) : part(parts.size(), checked, demands));
            return;
        }
        if (checked.findings().stream().anyMatch(this::refuses)) throw new Refusal(codeOf(checked.findings()), checked.findings());
        findings.addAll(checked.findings());
        envelopes.add(Binding.envelope(mappings.toCommon(checked.match().standard().name(), checked.document())));
        for (XdmItem item : checked.match().standard().parts().orElseThrow().evaluate(Saxon.root(checked.document()))) {
            if (parts.size() >= limits.parts()) throw new Refusal(Code.TOO_MANY_PARTS, findings);
            try {
                collect(checked.match().standard().partsWithinParent() ? checker.checkWithinParent((XdmNode) item, demands) : checker.check((XdmNode) item, demands), demands, parts, envelopes, findings);
            } catch (Refusal refusal) {
                if (refusal.code() == Code.SPILL) throw refusal; // not a byte of the whole is kept
                parts.add(new Part(parts.size(), Optional.empty(), "", (XdmNode) item, none(), refusal.findings(), Optional.of(refusal.code()), false));
            }
        }
    }

    private Part part(int index, Checker.Checked checked, Demands demands) {
        var match = checked.match();
        var facts = match.standard().facts().of(Saxon.root(checked.document()));
        Optional<Code> refusal = Optional.empty();
        var findings = withClock(match.standard(), facts, demands, checked);
        if (!match.isMessage() && purpose == Purpose.MESSAGE) {
            refusal = Optional.of(Code.NOT_A_MESSAGE);
            findings = new ArrayList<>(findings);
            findings.add(new Finding(Code.NOT_A_MESSAGE.id(), Severity.INFO, -1, -1, "/", Code.NOT_A_MESSAGE.sentence(), "", Code.NOT_A_MESSAGE.advice()));
        }
        if (findings.stream().anyMatch(this::refuses)) refusal = Optional.of(codeOf(findings));
        if (refusal.isEmpty() && match.isMessage() && findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) findings = withRepairs(match.standard(), checked.document(), findings);
        return new Part(index, Optional.of(match.standard()), match.shape().name(), checked.document(), facts, List.copyOf(findings), refusal, false);
    }

    /** What was wrong with the document stays told, where it stood, as a warning; and what was done about it. Where that did not make it right, nothing was done. */
    private Part mended(int index, Checker.Checked checked, Demands demands) {
        var plain = part(index, checked, demands);
        var stylesheet = checked.match().standard().mend();
        if (stylesheet.isEmpty() || !plain.hasErrors()) return plain;
        var result = Saxon.elements(Saxon.root(mappings.compose(stylesheet.get(), checked.document())));
        var repairs = result.subList(0, result.size() - 1);
        if (repairs.isEmpty()) return plain;
        var good = part(index, checker.check(Saxon.elements(result.get(result.size() - 1)).get(0), demands), demands);
        if (!good.accepted() || checked.findings().stream().anyMatch(finding -> finding.rule().equals(Checker.SIGNATURE_REQUIRED))) return plain;
        var first = checked.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).findFirst().orElseThrow();
        var findings = new ArrayList<Finding>();
        checked.findings().forEach(finding -> findings.add(finding.rule().equals(Code.NOT_VALID.id()) ? finding.as(Severity.WARNING) : finding));
        for (var repair : repairs) {
            var rule = repair.getAttributeValue(RULE);
            var where = checked.findings().stream().filter(finding -> finding.rule().equals(rule)).findFirst().orElse(first);
            findings.add(new Finding(rule, Severity.WARNING, where.line(), where.column(), where.path(), "Repaired: " + repair.getStringValue(), where.clause(), where.advice()));
        }
        good.findings().stream().filter(finding -> findings.stream().noneMatch(old -> old.rule().equals(finding.rule()))).forEach(findings::add);
        return new Part(index, good.standard(), good.shape(), good.document(), good.facts(), List.copyOf(findings), Optional.empty(), true);
    }

    /** A clock that runs ahead is common and small; what is sent tomorrow was dated by hand, or by another calendar. */
    private static List<Finding> withClock(Standard standard, Facts facts, Demands demands, Checker.Checked checked) {
        var latest = demands.received().map(at -> at.plus(SKEW));
        var ahead = facts.sent().flatMap(Instants::parse).filter(sent -> latest.map(sent::isAfter).orElse(false));
        if (ahead.isEmpty() || standard.facts().clock().isEmpty()) return checked.findings();
        var rule = standard.facts().clock().get();
        var root = Saxon.root(checked.document());
        var all = new ArrayList<>(checked.findings());
        all.add(new Finding(rule.rule(), Severity.WARNING, root.getLineNumber(), root.getColumnNumber(), "/" + root.getNodeName().getLocalName(),
                "the time of sending lies more than five minutes ahead of the clock here", rule.clause(), "Check the clock of the sending system, the offset and the calendar."));
        return all;
    }

    /** Of what was forgiven, the record has made good some: each is said where the fault was found, as a warning under its rule. The bytes stay as they came. */
    private List<Finding> withRepairs(Standard standard, XdmNode document, List<Finding> findings) {
        if (mappings.find(standard.name()).flatMap(Mapping::toCommon).isEmpty()) return findings;
        var all = new ArrayList<>(findings);
        for (var child : Saxon.elements(Saxon.root(mappings.toCommon(standard.name(), document)))) {
            if (!child.getNodeName().getLocalName().equals("repair")) continue;
            findings.stream().filter(finding -> finding.severity() == Severity.ERROR && finding.rule().equals(child.getAttributeValue(KIND))).findFirst()
                    .ifPresent(fault -> all.add(new Finding(fault.rule(), Severity.WARNING, fault.line(), fault.column(), fault.path(), "Repaired: " + child.getStringValue(), fault.clause(), fault.advice())));
        }
        return all;
    }

    private boolean refuses(Finding finding) {
        boolean forgivable = !finding.rule().equals(Code.NOT_VALID.id()) && !finding.rule().equals(Checker.SIGNATURE_REQUIRED);
        return finding.severity() == Severity.ERROR && !(lenient && forgivable);
    }

    private static Code codeOf(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.rule().equals(Code.NOT_VALID.id())) ? Code.NOT_VALID : Code.RULE_BROKEN;
    }

    private static Facts none() {
        return new Facts(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());
    }
}
