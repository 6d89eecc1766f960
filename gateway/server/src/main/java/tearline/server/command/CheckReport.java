package tearline.server.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tearline.engine.Code;
import tearline.engine.Finding;

/** What check says of one file, in the order in which it is printed. A standard or code that is not known is null. */
record CheckReport(String file, String verdict, String standard, String code,
                   @JacksonXmlElementWrapper(localName = "findings") @JacksonXmlProperty(localName = "finding") List<FindingReport> findings,
                   @JacksonXmlElementWrapper(localName = "parts") @JacksonXmlProperty(localName = "part") List<PartReport> parts, @JsonIgnore int exit) {

    /** The reports on all files, as one document. */
    @JacksonXmlRootElement(localName = "checked")
    record All(@JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "document") List<CheckReport> documents) {}

    static final String ACCEPTED = "accepted";
    static final String REFUSED = "refused";

    /** A finding in the words of the report. */
    record FindingReport(String rule, String severity, int line, int column, String path, String message, String clause, String advice) {

        static List<FindingReport> of(List<Finding> findings) {
            return findings.stream().map(one -> new FindingReport(one.rule(), one.severity().name().toLowerCase(Locale.ROOT), one.line(), one.column(), one.path(),
                    one.message(), one.clause(), one.advice())).toList();
        }

        private String text() {
            var where = line > 0 ? "line " + line + ", column " + column + "  " : "";
            var text = String.format(Locale.ROOT, "  %-7s  %s%s  %s  [%s]", severity, where, path, clause.isEmpty() ? message : message + " (" + clause + ")", rule);
            return advice.isEmpty() ? text : text + "\n           " + advice;
        }
    }

    /** The verdict on one document inside the message. */
    record PartReport(int index, String verdict, String standard, String shape, String code,
                      @JacksonXmlElementWrapper(localName = "findings") @JacksonXmlProperty(localName = "finding") List<FindingReport> findings) {}

    /** One block, as a person reads it. */
    String text() {
        var text = new StringBuilder(file).append(": ").append(verdict).append(", ").append(standard == null ? "of no standard known here" : standard);
        if (code != null) text.append(", ").append(code);
        var reason = reason();
        reason.ifPresent(one -> text.append(" ").append(one.sentence()));
        for (var finding : findings) text.append('\n').append(finding.text());
        if (parts.size() > 1) {
            for (var part : parts) text.append("\n  part ").append(part.index() + 1).append(": ").append(part.verdict()).append(part.standard() == null ? "" : ", " + part.standard()).append(part.code() == null ? "" : ", " + part.code());
        }
        reason.filter(one -> findings.stream().noneMatch(finding -> finding.advice().equals(one.advice()))).ifPresent(one -> text.append("\n  What to do: ").append(one.advice()));
        return text.toString();
    }

    private Optional<Code> reason() {
        for (var one : Code.values()) if (one.id().equals(code)) return Optional.of(one);
        return Optional.empty();
    }
}
