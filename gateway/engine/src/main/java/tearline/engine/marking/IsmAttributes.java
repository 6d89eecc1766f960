package tearline.engine.marking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The label behind the IC-ISM attributes of an element. They are read so that a spill is recognised and a release is not missed; we emit none. */
public final class IsmAttributes {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_+:-]*");
    private static final Set<String> CLASSES = Set.of("U", "C", "S", "TS");
    private static final List<String> SYSTEMS = List.of("SCIcontrols", "SARIdentifier", "atomicEnergyMarkings");
    /** Controls that only announce a list in another attribute. */
    private static final Map<String, String> ANNOUNCED = Map.of("REL", "releasableTo", "EYES", "releasableTo", "DISPLAYONLY", "displayOnlyTo");
    /** What says who marked, why and until when, but not who may see. */
    private static final Set<String> ABOUT = Set.of("cuiControlledBy", "cuiControlledByOffice", "cuiPOC", "cuiDecontrolDate", "cuiDecontrolEvent",
            "secondBannerLine", "excludeFromRollup", "noticeType", "noticeDate", "noticeReason", "unregisteredNoticeType", "externalNotice", "pocType",
            "declassDate", "declassEvent", "declassException", "classificationReason", "classifiedBy", "compilationReason", "derivativelyClassifiedBy", "derivedFrom",
            "createDate", "compliesWith", "DESVersion", "ISMCATCESVersion", "resourceElement", "exemptFrom", "hasApproximateMarkings", "noAggregation", "highWaterNATO");
    private static final Set<String> READ = Set.of("classification", "ownerProducer", "SCIcontrols", "SARIdentifier", "atomicEnergyMarkings", "disseminationControls",
            "releasableTo", "displayOnlyTo", "FGIsourceOpen", "FGIsourceProtected", "nonICmarkings", "cuiBasic", "cuiSpecified");

    private final Map<String, String> attributes = new TreeMap<>();
    private final List<String> elements = new ArrayList<>();
    private boolean doubtful;

    private IsmAttributes(Map<String, String> attributes) {
        attributes.forEach((name, value) -> this.attributes.put(name.substring(name.indexOf(':') + 1), value == null ? "" : value));
    }

    /** @param attributes by local name, values as they stand: tokens separated by blanks. One that is not known admits nobody */
    public static Mark read(Map<String, String> attributes) {
        return Mark.of(new IsmAttributes(attributes).label());
    }

    /** Whether the banner of the whole leaves it out, as tables of markings and citations are; access never does. */
    public static boolean excludedFromRollUp(Map<String, String> attributes) {
        return Set.of("true", "1").contains(attributes.getOrDefault("excludeFromRollup", "").strip());
    }

    /** The banner over several elements: without those left out of the roll-up, which the access label of the whole still holds. */
    public static String banner(Collection<Map<String, String>> elements) {
        return Banner.of(Label.rollUp(elements.stream().filter(one -> !excludedFromRollUp(one)).map(one -> read(one).label()).toList()));
    }

    private Label label() {
        doubtful = attributes.keySet().stream().anyMatch(name -> !READ.contains(name) && !ABOUT.contains(name));
        boolean cui = attributes.containsKey("cuiBasic") || attributes.containsKey("cuiSpecified");
        classification(cui);
        SYSTEMS.forEach(name -> add(tokens(name)));
        foreignSources();
        add(dissemination());
        add(tokens("nonICmarkings"));
        if (cui) {
            elements.add("CUI");
            List<String> categories = new ArrayList<>(tokens("cuiSpecified").stream().map(code -> code.startsWith("SP-") ? code : "SP-" + code).toList());
            categories.addAll(tokens("cuiBasic"));
            add(categories);
        }
        Label label = new MarkParser().parse(String.join("//", elements)).label().join(owners());
        return doubtful ? label.join(Label.unknown("ISM")) : label;
    }

    /** A mark without it is CUI or nothing that can be judged; a word we do not know is taken for the classified one it may be. */
    private void classification(boolean cui) {
        String level = attributes.getOrDefault("classification", "").strip();
        if (!level.isEmpty()) {
            elements.add(CLASSES.contains(level) ? level : "CLASSIFIED");
        } else if (!cui || attributes.containsKey("classification")) {
            doubtful = true;
        }
    }

    private void foreignSources() {
        List<String> open = tokens("FGIsourceOpen").stream().filter(country -> !country.equals("UNKNOWN")).toList();
        if (attributes.containsKey("FGIsourceProtected") || attributes.containsKey("FGIsourceOpen") && open.isEmpty()) {
            elements.add("FGI");
        } else if (!open.isEmpty()) {
            elements.add("FGI " + String.join(" ", open));
        }
    }

    private List<String> dissemination() {
        Set<String> controls = new LinkedHashSet<>(tokens("disseminationControls"));
        for (Map.Entry<String, String> announced : ANNOUNCED.entrySet()) {
            doubtful |= controls.remove(announced.getKey()) && !attributes.containsKey(announced.getValue());
        }
        list("REL TO ", "releasableTo", controls);
        list("DISPLAY ONLY ", "displayOnlyTo", controls);
        return List.copyOf(controls);
    }

    /** A list that no control announces is still a list: it narrows. An empty one names nobody. */
    private void list(String title, String name, Set<String> controls) {
        List<String> countries = tokens(name);
        doubtful |= attributes.containsKey(name) && countries.isEmpty();
        if (!countries.isEmpty()) {
            controls.add(title + String.join(", ", countries));
        }
    }

    /** Ours alone needs nobody's consent; any other owner does, and a joint one needs that of each. No owner named: ours. */
    private Label owners() {
        Set<String> owners = new LinkedHashSet<>(tokens("ownerProducer"));
        return owners.equals(Label.HOME) || owners.isEmpty() ? Label.PUBLIC
                : new Label(Level.PUBLIC, Set.of(), null, null, null, Tlp.CLEAR, owners, Set.of(), Set.of());
    }

    private void add(List<String> values) {
        if (!values.isEmpty()) {
            elements.add(String.join("/", values));
        }
    }

    private List<String> tokens(String name) {
        List<String> tokens = Arrays.stream(attributes.getOrDefault(name, "").strip().split("\\s+")).filter(token -> !token.isEmpty()).toList();
        doubtful |= tokens.stream().anyMatch(token -> !TOKEN.matcher(token).matches());
        return tokens.stream().map(token -> token.replace('_', ' ')).toList();
    }
}
