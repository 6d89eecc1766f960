package tearline.engine.marking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Says in plain words what a label asks of whoever wants to see it; built from the same table that decides, so the two cannot differ. */
public final class Explanation {

    private final Vocabulary vocabulary = Vocabulary.shipped();
    private final Label label;
    private final List<String> needs = new ArrayList<>();

    private Explanation(Label label) {
        this.label = label;
    }

    /** What was understood, in one sentence. */
    public static String understood(Label label) {
        List<String> parts = new ArrayList<>();
        parts.add(switch (label.level()) {
            case PUBLIC -> label.tlp() > Tlp.CLEAR || !label.understood() || label.list() != null ? "no classification or control" : "public";
            case U -> "unclassified, not released to the public";
            case CONTROLLED -> "unclassified, controlled";
            default -> "classified: a spill, no byte of it may be kept here";
        });
        if (!label.require().isEmpty()) {
            parts.add("with " + String.join(", ", label.require()));
        }
        if (!label.inform().isEmpty()) {
            parts.add("marked as " + String.join(", ", label.inform()));
        }
        if (label.tlp() > Tlp.CLEAR) {
            parts.add(Tlp.print(label.tlp()));
        }
        if (!label.understood()) {
            parts.add("not understood: " + String.join(", ", label.unknown()).replaceAll("\\p{C}", "?"));
        }
        return String.join("; ", parts);
    }

    /** Every predicate that a reader has to satisfy, a sentence each; all must hold. */
    public static List<String> needs(Label label) {
        return new Explanation(label).needs();
    }

    private List<String> needs() {
        if (!label.understood()) {
            return List.of("nobody: a mark that is not understood admits nobody");
        }
        if (label.classified()) {
            return List.of("nobody: classified content has no place here");
        }
        if (label.level() == Level.PUBLIC && label.tlp() == Tlp.CLEAR && label.list() == null) {
            return List.of("everybody, the public too");
        }
        needs.add("an agreement in force");
        if (label.level() == Level.CONTROLLED) {
            needs.add("the grant CTRL, for controlled content at all");
        }
        label.require().forEach(this::atom);
        if (label.release() != null) {
            needs.add("its country among those released to: " + list(label.release()));
        }
        if (label.list() != null) {
            needs.add(label.list().isEmpty() ? "to be named on its list, which names nobody" : "to be named on its list: " + list(label.list()));
        }
        if (label.tlp() > Tlp.CLEAR) {
            needs.add("a TLP limit of " + Tlp.print(label.tlp()) + " or above");
        }
        label.owners().forEach(owner -> needs.add("the consent of its owner " + owner + " (grant OWNER:" + owner + ")"));
        return needs;
    }

    private void atom(String atom) {
        for (String need : vocabulary.atom(atom).map(Vocabulary.Token::needs).orElse(List.of("nobody"))) {
            String values = need.substring(need.indexOf(':') + 1).replace("|", " or ");
            needs.add("for " + atom + ": " + switch (need.substring(0, Math.max(0, need.indexOf(':')))) {
                case "grant" -> "the grant " + values + (basic(atom) ? " or " + Dominance.EVERY_BASIC : "");
                case "credential" -> "a valid credential " + values;
                case "organisation" -> "an organisation that is " + values.replace("slt", "state, local or tribal");
                case "operated" -> "operated by its own " + values;
                case "country" -> "the country " + values;
                default -> "nobody, unless a person releases it";
            });
        }
    }

    private boolean basic(String atom) {
        return vocabulary.atom(atom).map(token -> token.kind() == Vocabulary.Kind.BASIC).orElse(false);
    }

    private static String list(Collection<String> names) {
        return String.join(", ", Set.copyOf(names).stream().sorted().toList());
    }
}
