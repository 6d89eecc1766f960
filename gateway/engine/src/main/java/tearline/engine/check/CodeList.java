package tearline.engine.check;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;

/** A table of codes with the days between which each holds: code, from, until, separated by tabs; lines that begin with # say where it comes from. */
final class CodeList {

    private CodeList() {}

    /** The codes that hold today, as an XPath sequence of strings. */
    static String read(byte[] table) {
        var today = LocalDate.now();
        var codes = new ArrayList<String>();
        boolean head = true;
        for (var line : new String(table, StandardCharsets.UTF_8).lines().toList()) {
            if (line.startsWith("#") || line.isBlank()) continue;
            if (head) { // the names of the columns
                head = false;
                continue;
            }
            var fields = line.split("\t", -1);
            boolean begun = fields[1].isBlank() || !today.isBefore(LocalDate.parse(fields[1]));
            boolean over = fields.length > 2 && !fields[2].isBlank() && today.isAfter(LocalDate.parse(fields[2]));
            if (begun && !over) codes.add("'" + fields[0].replace("'", "''") + "'");
        }
        return "(" + String.join(", ", codes) + ")";
    }
}
