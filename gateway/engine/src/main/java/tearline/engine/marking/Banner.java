package tearline.engine.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Prints a label as a banner or portion mark: a projection that loses things on purpose, so never parse it back to decide access. */
public final class Banner {

    /** What stands where no banner can be printed. */
    public static final String HOLD = "UNKNOWN MARKING - HOLD";
    private static final String FOUO = "FOUO";

    private final Vocabulary vocabulary = Vocabulary.shipped();
    private final Label label;
    private final boolean portion;

    private Banner(Label label, boolean portion) {
        this.label = label;
        this.portion = portion;
    }

    /** One line, or several joined by {@code ' | '}: CUI and legacy marks are never merged into one, and TLP has its own. */
    public static String of(Label label) {
        return String.join(" | ", new Banner(label, false).lines());
    }

    public static String portion(Label label) {
        List<String> lines = new Banner(label, true).lines();
        return label.understood() ? "(" + String.join(") | (", lines) + ")" : lines.get(0);
    }

    private List<String> lines() {
        if (!label.understood()) {
            return List.of(HOLD);
        }
        List<String> lines = new ArrayList<>();
        boolean cui = label.inform().contains(LabelBuilder.CUI) || tokens().anyMatch(Vocabulary.Token::category);
        boolean legacy = tokens().anyMatch(Banner::legacy);
        if (label.classified()) {
            lines.add(classified(cui));
        } else {
            if (cui) {
                lines.add(cui());
            }
            if (legacy || !cui && label.level() != Level.PUBLIC) {
                lines.add(unclassified(!cui));
            }
        }
        if (label.tlp() > Tlp.CLEAR || lines.isEmpty()) {
            lines.add(Tlp.print(label.tlp()));
        }
        return lines;
    }

    private String classified(boolean cui) {
        List<String> elements = new ArrayList<>(List.of(classification()));
        elements.add(joined(names(Vocabulary.Kind.SYSTEM).filter(name -> !name.equals("FGI"))));
        if (label.require().contains("FGI")) {
            elements.add(("FGI " + String.join(" ", label.owners())).strip());
        }
        String control = joined(Stream.concat(dissemination(true), ldcs()));
        if (!cui) {
            elements.add(control);
        }
        elements.add(joined(names(Vocabulary.Kind.LEGACY).filter(name -> !name.startsWith("SBU")).map(Banner::withoutNoforn).distinct()));
        if (cui) {
            elements.addAll(List.of("CUI", categories(), control));
        }
        return join(elements);
    }

    private String classification() {
        String word = label.level().printed(portion);
        if (label.owners().isEmpty() || label.require().contains("FGI")) {
            return word;
        }
        String countries = String.join(" ", label.owners());
        return label.owners().size() > 1 ? "//JOINT " + word + " " + countries : "//" + countries + " " + word;
    }

    private String cui() {
        return join(List.of("CUI", categories(), joined(Stream.concat(ldcs(), foreign(true)).sorted(String.CASE_INSENSITIVE_ORDER))));
    }

    private String unclassified(boolean withLdcs) {
        boolean merged = !foreign(false).toList().isEmpty();
        Stream<String> control = Stream.concat(dissemination(withLdcs), withLdcs ? ldcs() : Stream.empty());
        Stream<String> legacy = names(Vocabulary.Kind.LEGACY);
        if (merged) {
            legacy = legacy.map(Banner::withoutNoforn);
        } else {
            legacy = legacy.filter(name -> !label.require().contains(name + " NOFORN"));
        }
        String systems = joined(names(Vocabulary.Kind.SYSTEM));
        String line = join(List.of(label.level().printed(portion), systems, joined(control), joined(legacy.distinct())));
        boolean bare = line.equals(label.level().printed(portion)) && label.level() == Level.CONTROLLED;
        return bare ? line + (portion ? "//NF" : "//NOFORN") : line;      // controlled by what is not printed (RELIDO): still closed
    }

    /** FOUO gives way to every control of its line but a foreign disclosure one (CAPCO 2016, H.8). */
    private Stream<String> dissemination(boolean withLdcs) {
        boolean alone = !label.classified() && tokens().noneMatch(token -> !token.name().equals(FOUO)
                && (legacy(token) || withLdcs && token.kind() == Vocabulary.Kind.LDC)) && label.list() == null;
        Stream<Vocabulary.Token> controls = tokens().filter(token -> token.kind() == Vocabulary.Kind.DISSEM)
                .filter(token -> alone || !token.name().equals(FOUO));
        List<String> early = new ArrayList<>();
        List<String> late = new ArrayList<>();
        int noforn = vocabulary.atom("NOFORN").orElseThrow().order();
        controls.forEach(token -> (token.order() < noforn ? early : late).add(print(token)));
        return Stream.of(early.stream(), foreign(false), late.stream()).flatMap(all -> all);
    }

    private Stream<String> ldcs() {
        Stream<String> list = label.inform().contains(LabelBuilder.LIST) && label.list() != null ? Stream.of(LabelBuilder.LIST) : Stream.empty();
        return Stream.concat(names(Vocabulary.Kind.LDC), list).sorted(String.CASE_INSENSITIVE_ORDER);
    }

    /** The foreign disclosure mark, where one was written or follows from two that were. */
    private Stream<String> foreign(boolean inCui) {
        if (label.level().compareTo(Level.CONTROLLED) < 0) {
            return Stream.empty();
        }
        Set<String> release = abroad(label.release());
        Set<String> display = abroad(label.display());
        display.removeAll(release);
        List<String> marks = new ArrayList<>();
        if (!release.isEmpty()) {
            marks.add("REL TO USA, " + String.join(", ", ordered(release)));
        }
        if (!display.isEmpty()) {
            marks.add("DISPLAY ONLY " + String.join(", ", ordered(display)));
        }
        boolean written = label.inform().contains(LabelBuilder.DISCLOSURE);
        boolean follows = (inCui || label.classified()) && tokens().anyMatch(token -> token.portion().endsWith("-NF"));
        if (marks.isEmpty() && (written || follows)) {
            marks.add(portion ? "NF" : "NOFORN");
        }
        return marks.stream();
    }

    private String categories() {
        return joined(Stream.concat(names(Vocabulary.Kind.SPECIFIED).sorted(), names(Vocabulary.Kind.BASIC).sorted()));
    }

    private Stream<String> names(Vocabulary.Kind kind) {
        return tokens().filter(token -> token.kind() == kind).map(this::print);
    }

    private Stream<Vocabulary.Token> tokens() {
        return label.require().stream().flatMap(atom -> vocabulary.atom(atom).stream())
                .sorted((a, b) -> Integer.compare(a.order(), b.order()));
    }

    private String print(Vocabulary.Token token) {
        return portion ? token.portion() : token.name();
    }

    private static boolean legacy(Vocabulary.Token token) {
        return Set.of(Vocabulary.Kind.DISSEM, Vocabulary.Kind.LEGACY, Vocabulary.Kind.SYSTEM).contains(token.kind());
    }

    private static String withoutNoforn(String name) {
        return name.replaceAll(" NOFORN$|-NF$", "");
    }

    private static Set<String> abroad(Set<String> countries) {
        Set<String> others = new TreeSet<>(countries);
        others.removeAll(Label.HOME);
        return others;
    }

    /** Trigraphs first, then tetragraphs. */
    private static List<String> ordered(Set<String> codes) {
        return codes.stream().sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length()).toList();
    }

    private static String joined(Stream<String> values) {
        return String.join("/", values.toList());
    }

    private static String join(List<String> elements) {
        return String.join("//", elements.stream().filter(element -> !element.isEmpty()).toList());
    }
}
