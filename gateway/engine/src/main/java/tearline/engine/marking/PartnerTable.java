package tearline.engine.marking;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Partners written as a table: what each is, holds and may see. Only for explaining and trying marks; a gateway's partners have files. */
public record PartnerTable(Map<String, Row> rows) {

    private static final String EVERY = "every category";
    private static final Pattern GRANT = Pattern.compile("grant:(\\S+)");
    private static final int COLUMNS = 9;

    /** One partner. @param who what people call it */
    public record Row(String who, Clearance clearance) { }

    /** Reads {@code id, who, organisation, country, operated by, grants, credentials, max TLP, agreement}, tab-separated under a line of titles. */
    public static PartnerTable read(String table) {
        Map<String, Row> rows = new LinkedHashMap<>();
        List<String> lines = table.lines().filter(line -> !line.isBlank()).skip(1).toList();
        for (String line : lines) {
            String[] cell = Arrays.stream(line.split("\t", -1)).map(String::strip).toArray(String[]::new);
            if (cell.length < COLUMNS) {
                throw new IllegalArgumentException("a partner's row needs " + COLUMNS + " columns");
            }
            int tlp = cell[7].isEmpty() ? Tlp.CLEAR : Tlp.find(cell[7]).orElseThrow(() -> new IllegalArgumentException("a partner's TLP colour is none"));
            rows.put(cell[0], new Row(cell[1], new Clearance(cell[0], cell[2], cell[3], cell[4], grants(cell[5]), words(cell[6]), tlp, cell[8].equals("yes"))));
        }
        return new PartnerTable(rows);
    }

    private static Set<String> grants(String cell) {
        Set<String> grants = new TreeSet<>(words(cell));
        if (grants.remove(EVERY)) {
            Vocabulary.shipped().categories().flatMap(token -> token.needs().stream()).map(GRANT::matcher).filter(need -> need.matches())
                    .forEach(need -> grants.addAll(List.of(need.group(1).split("\\|"))));
        }
        return grants;
    }

    private static Set<String> words(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
