package tearline.engine.marking;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one normalised mark, value by value; the vocabulary decides what a value is, not its position. */
final class MarkReader {

    private static final Pattern TRAILING = Pattern.compile("(.*\\S) ?\\(([^()]*)\\)");
    private static final Pattern IN_CUI = Pattern.compile("(?:^|/)(?:CUI|CONTROLLED|CONTROLLED UNCLASSIFIED INFORMATION)(?:/|$| \\()");
    private static final Pattern LIST = Pattern.compile("(?:DL ONLY|DLONLY)[ :]+(\\S.*)");

    private final Vocabulary vocabulary = Vocabulary.shipped();
    private final LabelBuilder label = new LabelBuilder();
    private final Nations nations = new Nations(vocabulary, label);
    private final Function<String, Label> meaning;
    private final Audience lists;
    private final Set<String> warnings;
    private Label mapped;
    private boolean inCui;
    private boolean said;

    /** @param meaning what the sender's file says a token means, or null */
    MarkReader(Function<String, Label> meaning, Audience lists, Set<String> warnings) {
        this.meaning = meaning;
        this.lists = lists;
        this.warnings = warnings;
    }

    Label read(String mark) {
        inCui = IN_CUI.matcher(mark).find();
        if (mark.isEmpty()) {
            warnings.add("the mark is empty");
            label.unknown("");                  // an empty mark is not "unmarked"
            return label.build();
        }
        String rest = mark.startsWith("//") ? nations.foreign(mark) : mark;
        List<String> elements = Arrays.asList(rest.split("//", -1));
        boolean first = true;
        for (String element : elements) {
            for (String value : element.split("/", -1)) {
                if (value.isEmpty()) {
                    warnings.add("an empty segment was skipped");
                } else {
                    value(value, first);
                    first = false;
                }
            }
        }
        if (!said && label.understood()) {                            // slashes only, or a country without a classification
            label.unknown("");
        }
        Label read = label.build();
        return mapped == null ? read : read.join(mapped);
    }

    private void value(String value, boolean first) {
        Label means = meaning.apply(value);
        if (means != null) {
            said = true;
            mapped = mapped == null ? means : mapped.join(means);
        } else if (!known(value, first)) {
            several(value, first);
        }
    }

    /** A long title with its abbreviation after it, or values separated by commas, as before July 2005. */
    private void several(String value, boolean first) {
        Matcher trailing = TRAILING.matcher(value);
        if (trailing.matches() && known(trailing.group(1), first) && known(trailing.group(2), first)) {
            warnings.add("the abbreviation after the title was dropped");
        } else if (value.contains(",") && Arrays.stream(value.split(",", -1)).map(String::strip).allMatch(part -> known(part, first))) {
            warnings.add("commas between controls were read as slashes");
        } else {
            warnings.add("a token is not known");
            label.unknown(value);
        }
    }

    private boolean known(String value, boolean first) {
        boolean known = understand(value, first);
        said |= known;
        return known;
    }

    private boolean understand(String value, boolean first) {
        if (value.startsWith("TLP:")) {
            Optional<Integer> tlp = Tlp.find(value);
            tlp.ifPresent(label::tlp);
            return tlp.isPresent();
        }
        Matcher list = LIST.matcher(value);
        if (list.matches()) {
            label.list(lists.partnersOf(list.group(1)));
            return true;
        }
        if (value.equals("CLASSIFIED")) {
            label.raise(Level.CONFIDENTIAL);    // no level: held and a spill (EDXL-DE 2.0 enumerates just this word)
            return false;
        }
        Optional<Vocabulary.Token> token = vocabulary.find(value, inCui);
        return token.map(found -> take(found, value, first)).orElseGet(() -> nations.read(value, warnings));
    }

    private boolean take(Vocabulary.Token token, String value, boolean first) {
        switch (token.kind()) {
            case CLASS -> {
                if (!first && value.length() == 1) {
                    return false;               // a stray letter is no classification
                }
                label.raise(level(token.name()));
            }
            case CUI -> cui();
            case BASIC, SPECIFIED -> {
                cui();
                label.require(token.atom());
            }
            case RELEASE -> {
                label.noforn();
                label.inform(LabelBuilder.DISCLOSURE);
            }
            case LIST -> label.list(Set.of());  // without its list: nobody
            case INFORM -> {
                label.raise(Level.CONTROLLED);
                label.inform(token.atom());
            }
            case ADMIN -> {
                label.raise(Level.U);
                label.inform(token.atom());
                warnings.add("an administrative mark does not belong in a banner");
            }
            default -> {
                label.require(token.atom());
                if (token.portion().endsWith("-NF")) {
                    label.require(token.portion().substring(0, token.portion().length() - 3));   // LES-NF is LES too
                    label.noforn();
                }
            }
        }
        if (first && token.kind() != Vocabulary.Kind.CLASS && token.kind() != Vocabulary.Kind.CUI) {
            warnings.add("the mark does not begin with a classification or CUI");
        }
        return true;
    }

    private void cui() {
        label.raise(Level.CONTROLLED);
        label.inform(LabelBuilder.CUI);
    }

    private static Level level(String name) {
        return name.equals("UNCLASSIFIED") ? Level.U : Level.valueOf(name.replace(' ', '_'));
    }
}
