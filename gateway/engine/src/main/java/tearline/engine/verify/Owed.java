package tearline.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tearline.engine.marking.MarkParser;

/** What must stand on a product: the banner that it adds up to, in words or in the codes of NIEM, and the notices owed. */
final class Owed {

    /** They name a record, and whom to ask or that it is gone: there is no content that a mark could speak of. */
    private static final Set<String> BARE = Set.of("SuspiciousActivityReportPointer", "SuspiciousActivityReportPurge");
    private static final String COUNTRY = "LDCCountryCode";
    private final MarkParser parser = new MarkParser();

    Optional<String> missing(Reading reading, Bounds bounds) {
        if (BARE.contains(reading.root)) return Optional.empty();
        var lines = bounds.banner().isEmpty() ? Stream.<String>empty() : Stream.of(bounds.banner().split(" \\| "));
        if (lines.anyMatch(line -> !stands(line, reading.runs) && !coded(line, reading.runs))) return Optional.of(Verifier.MISSING_MARK);
        return bounds.notices().stream().allMatch(notice -> stands(notice, reading.runs)) ? Optional.empty() : Optional.of(Verifier.MISSING_NOTICE);
    }

    private static boolean stands(String text, List<Run> runs) {
        return runs.stream().anyMatch(run -> !run.attribute() && run.text().contains(text));
    }

    /** Its codes, put together as a banner, are at least as strict. */
    private boolean coded(String line, List<Run> runs) {
        if (runs.stream().noneMatch(run -> run.name().equals("DesignatingEntityText"))) return false; // every mark of a document has one
        var categories = new ArrayList<String>();
        var controls = new ArrayList<String>();
        for (var run : runs) {
            switch (run.name()) {
                case "SpecifiedCategoryMarkingCode", "BasicCategoryMarkingCode" -> categories.add(run.text().strip());
                case "DocumentMarkingLDCCode" -> controls.add(run.text().strip());
                case COUNTRY -> { if (!controls.isEmpty()) controls.set(controls.size() - 1, controls.get(controls.size() - 1) + " " + run.text().strip()); }
                default -> { }
            }
        }
        var mark = "CUI" + (categories.isEmpty() ? "" : "//" + String.join("/", categories)) + (controls.isEmpty() ? "" : "//" + String.join("/", controls));
        return parser.parse(line).label().isAtMost(parser.parse(mark).label());
    }
}
