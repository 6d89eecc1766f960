package tearline.server.command;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tearline.engine.config.Configuration;
import tearline.engine.config.Deadlines;
import tearline.engine.marking.KnownMarks;
import tearline.engine.plan.Matrix;

/** Prints who may see what, and who newly sees what: as lines for people, or as JSON. */
record MatrixReport(Optional<Matrix> matrix, Optional<List<Matrix.Change>> changes) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    List<String> lines() {
        var lines = new ArrayList<String>();
        matrix.ifPresent(all -> matrix(all.columns(), lines));
        changes.ifPresent(all -> changes(all, lines));
        return lines;
    }

    private static void matrix(List<Matrix.Column> columns, List<String> lines) {
        if (columns.isEmpty()) return;
        var rows = new ArrayList<List<String>>();
        var nobody = new ArrayList<String>();
        rows.add(row("", columns.stream().map(Matrix.Column::name).toList()));
        for (var mark : columns.get(0).marks().keySet()) {
            if (columns.stream().noneMatch(column -> column.marks().get(mark).isEmpty())) nobody.add(mark);
            else rows.add(row(mark, columns.stream().map(column -> cell(column.marks().get(mark))).toList()));
        }
        table(rows, lines);
        lines.add("Nobody sees: " + String.join(", ", nobody));
        lines.add("Marks as of " + KnownMarks.date() + ", each alone; several together need all of theirs.");
        lines.add("");
        var categories = new TreeSet<String>();
        columns.forEach(column -> categories.addAll(column.categories().keySet()));
        var kept = new ArrayList<List<String>>();
        kept.add(row("", columns.stream().map(Matrix.Column::name).toList()));
        categories.forEach(category -> kept.add(row(category, columns.stream().map(column -> column.categories().getOrDefault(category, "-")).toList())));
        table(kept, lines);
        lines.add("");
    }

    private static String cell(Set<String> reasons) {
        return reasons.isEmpty() ? "yes" : String.join(" ", reasons);
    }

    private static List<String> row(String first, List<String> others) {
        var row = new ArrayList<>(List.of(first));
        row.addAll(others);
        return row;
    }

    private static void table(List<List<String>> rows, List<String> lines) {
        int columns = rows.get(0).size();
        var widths = new int[columns];
        for (var row : rows) for (int i = 0; i < columns; i++) widths[i] = Math.max(widths[i], row.get(i).length());
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < columns; i++) line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            lines.add(line.toString().stripTrailing());
        }
    }

    private static void changes(List<Matrix.Change> changes, List<String> lines) {
        if (changes.isEmpty()) lines.add("Nobody newly sees anything, and nobody sees less.");
        for (var change : changes) {
            tell(change.name() + " newly sees ", change.newlySeen(), change.newlyKept(), lines);
            tell(change.name() + " no longer sees ", change.noLongerSeen(), change.noLongerKept(), lines);
        }
        lines.add("");
    }

    private static void tell(String start, Set<String> marks, Set<String> categories, List<String> lines) {
        if (!marks.isEmpty()) lines.add(start + "marks: " + String.join(", ", marks));
        if (!categories.isEmpty()) lines.add(start + "categories: " + String.join(", ", categories));
    }

    String json(Configuration configuration, int cases, List<String> failures, List<Deadlines.Deadline> deadlines) {
        var all = new LinkedHashMap<String, Object>();
        all.put("partners", configuration.partners().size());
        all.put("agreements", configuration.listAgreements().size());
        all.put("cases", cases);
        all.put("failures", failures);
        all.put("warnings", deadlines.stream().map(one -> Map.of("kind", one.kind(), "subject", one.subject(), "day", one.day().toString(), "text", one.text())).toList());
        matrix.ifPresent(some -> all.put("matrix", some.columns()));
        changes.ifPresent(some -> all.put("changes", some));
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
