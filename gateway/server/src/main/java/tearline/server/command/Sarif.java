package tearline.server.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tearline.engine.Code;
import tearline.server.command.CheckReport.FindingReport;

/** Reports of check as one SARIF 2.1.0 log, the form in which code hosts show findings beside the lines they are about. */
final class Sarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private Sarif() {}

    static Map<String, Object> of(List<CheckReport> reports) {
        var rules = new LinkedHashMap<String, Map<String, Object>>();
        var results = new ArrayList<Map<String, Object>>();
        for (var report : reports) {
            report.findings().forEach(finding -> results.add(result(report, finding, rules)));
            if (report.findings().isEmpty() && report.code() != null) results.add(result(report, whole(report), rules));
        }
        var order = List.copyOf(rules.keySet());
        results.forEach(result -> result.put("ruleIndex", order.indexOf(result.get("ruleId"))));
        var driver = map("name", "Tearline", "version", "0.1.0", "rules", List.copyOf(rules.values()));
        return map("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(map("tool", map("driver", driver), "columnKind", "utf16CodeUnits", "results", results)));
    }

    private static Map<String, Object> result(CheckReport report, FindingReport finding, Map<String, Map<String, Object>> rules) {
        rules.computeIfAbsent(finding.rule(), id -> rule(id, finding));
        var physical = map("artifactLocation", map("uri", Path.of(report.file()).isAbsolute() ? Path.of(report.file()).toUri().toString() : relative(report.file())));
        // Line and column count from 1; where the parser has none, the finding is about the whole file.
        if (finding.line() > 0) physical.put("region", finding.column() > 0 ? map("startLine", finding.line(), "startColumn", finding.column()) : map("startLine", finding.line()));
        var location = map("physicalLocation", physical);
        if (!finding.path().isEmpty()) location.put("logicalLocations", List.of(map("fullyQualifiedName", finding.path(), "kind", "element")));
        return map("ruleId", finding.rule(), "level", level(finding.severity()), "message", map("text", finding.advice().isEmpty() ? sentence(finding) : sentence(finding) + " " + finding.advice()),
                "locations", List.of(location));
    }

    private static String sentence(FindingReport finding) {
        var text = finding.message().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + finding.message().substring(1);
        if (text.endsWith(".")) text = text.substring(0, text.length() - 1);
        return finding.clause().isEmpty() ? text + "." : text + " (" + finding.clause() + ").";
    }

    private static Map<String, Object> rule(String id, FindingReport finding) {
        var rule = map("id", id, "shortDescription", map("text", finding.message()));
        if (!finding.advice().isEmpty()) rule.put("help", map("text", finding.advice()));
        return rule;
    }

    /** A file that was refused as a whole, with nothing to point at. */
    private static FindingReport whole(CheckReport report) {
        for (var code : Code.values()) if (code.id().equals(report.code())) return new FindingReport(code.id(), "error", -1, -1, "", "the message " + code.sentence(), "", code.advice());
        return new FindingReport(report.code(), "error", -1, -1, "", "the message is refused", "", "");
    }

    private static String relative(String file) {
        try {
            return new java.net.URI(null, null, file.replace('\\', '/'), null).getRawPath();
        } catch (java.net.URISyntaxException e) {
            return "unnamed";
        }
    }

    private static String level(String severity) {
        return switch (severity) {
            case "error" -> "error";
            case "warning" -> "warning";
            default -> "note";
        };
    }

    private static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], pairs[i + 1]);
        return map;
    }
}
