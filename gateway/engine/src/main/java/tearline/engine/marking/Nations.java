package tearline.engine.marking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a mark says about countries: REL TO, DISPLAY ONLY, FGI and foreign classifications. */
final class Nations {

    private static final Pattern RELEASE = Pattern.compile("(?:REL TO|REL|RELEASABLE TO|AUTHORIZED FOR RELEASE TO):? (.+)");
    private static final Pattern DISPLAY = Pattern.compile("DISPLAY ONLY:? (.+)");
    private static final Pattern FGI = Pattern.compile("FGI (.+)");
    private static final Pattern FOREIGN = Pattern.compile("//(?:(JOINT) )?([A-Z ]+?)(?=/|$)(.*)");

    private final Vocabulary vocabulary;
    private final LabelBuilder label;

    Nations(Vocabulary vocabulary, LabelBuilder label) {
        this.vocabulary = vocabulary;
        this.label = label;
    }

    /** Whether the value spoke of countries and every one of them is known. */
    boolean read(String value, Set<String> warnings) {
        if (value.equals("REL") || value.equals("REL TO")) {
            warnings.add("a release without its list was read as for the USA only");
            release(Label.HOME);
            return true;
        }
        Matcher release = RELEASE.matcher(value);
        if (release.matches()) {
            return codes(release.group(1)).map(countries -> {
                if (!countries.contains("USA")) {
                    warnings.add("USA was missing in a release");
                }
                release(countries);
                return true;
            }).orElse(false);
        }
        Matcher display = DISPLAY.matcher(value);
        if (display.matches()) {
            Optional<Set<String>> countries = codes(display.group(1));
            countries.ifPresent(label::display);
            return countries.isPresent();
        }
        Matcher fgi = FGI.matcher(value);
        if (fgi.matches()) {
            Optional<Set<String>> countries = codes(fgi.group(1));
            label.require("FGI");
            countries.ifPresent(all -> all.forEach(label::owner));
            return countries.isPresent();
        }
        return false;
    }

    /** A mark that begins with a double slash is another country's or a joint one; returns what follows its classification. */
    String foreign(String mark) {
        Matcher matcher = FOREIGN.matcher(mark);
        if (!matcher.matches()) {
            return mark.substring(2);
        }
        List<String> words = new ArrayList<>(Arrays.asList(matcher.group(2).split(" ")));
        List<String> countries = words.stream().filter(Vocabulary::country).toList();
        if (countries.isEmpty()) {
            return mark.substring(2);
        }
        words.removeAll(countries);
        countries.forEach(label::owner);
        return String.join(" ", words) + matcher.group(3);
    }

    private void release(Set<String> countries) {
        Set<String> all = new TreeSet<>(countries);
        all.addAll(Label.HOME);
        label.release(all);
        label.inform(LabelBuilder.DISCLOSURE);
    }

    private Optional<Set<String>> codes(String text) {
        if (text.contains(" AND ")) {
            return Optional.empty();            // the word, or Andorra: do not guess
        }
        Set<String> all = new TreeSet<>();
        for (String code : text.split("[, ]+")) {
            Optional<Set<String>> known = vocabulary.countries(code);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(known.get());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
