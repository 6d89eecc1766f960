package tearline.engine;

/**
 * One thing that is wrong or odd in a document, where it stands, and what to do about it; never with a value of the document.
 * Line and column count from 1 in the sender's bytes, -1 where unknown.
 */
public record Finding(String rule, Severity severity, int line, int column, String path, String message, String clause, String advice) {

    public Finding {
        path = path == null ? "" : path;
        clause = clause == null ? "" : clause;
        advice = advice == null ? "" : advice;
    }

    /** The same at a path in other words; its own where that is empty. */
    public Finding at(String place) {
        return place.isEmpty() ? this : new Finding(rule, severity, line, column, place, message, clause, advice);
    }

    /** The same, found there. */
    public Finding at(int there, int indent, String place) {
        return new Finding(rule, severity, there, indent, place, message, clause, advice);
    }

    /** The same, weighed otherwise. */
    public Finding as(Severity other) {
        return new Finding(rule, other, line, column, path, message, clause, advice);
    }

    /** The same, with this advice. */
    Finding advising(String what) {
        return new Finding(rule, severity, line, column, path, message, clause, what);
    }

    /** Two lines of plain text, as an operator or a sender reads them. */
    public String asText() {
        var where = line > 0 ? "line " + line + ", column " + column + "  " : "";
        var text = where + path + "  " + message + (clause.isEmpty() ? "" : "   (" + clause + ")") + "   [" + rule + "]";
        return advice.isEmpty() ? text : text + System.lineSeparator() + "    " + advice;
    }
}
