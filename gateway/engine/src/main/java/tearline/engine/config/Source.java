package tearline.engine.config;

import java.util.regex.Pattern;

/** The text of one file, which finds lines and columns and draws the caret. */
final class Source {

    /** Longer lines are cut around the caret: a report must fit a terminal. */
    private static final int WIDEST = 150;

    /** A value that is no reference where a secret is likely, and a login in an address: no report shows them, whatever it is about. */
    private static final Pattern SECRET = Pattern.compile(
        "(?i)((?:secr|pass|pwd|token|credential)\\w*\\s*=\\s*[\"'])(?!file:|env:)[^\"'\0]+(?=[\"'])|(?<=://)[^/\"'@\0]+(?=@)");
    private static final String BLOT = "$1********";

    private final String file;
    private final String text;

    Source(String file, String text) {
        this.file = file;
        this.text = text;
    }

    String file() { return file; }

    String text() { return text; }

    /** The offset of a place that a parser names; both counted from 1, as SAX does. */
    int offset(int line, int column) {
        int start = 0;
        for (int n = 1; n < line; n++) {
            int end = text.indexOf('\n', start);
            if (end < 0) break;
            start = end + 1;
        }
        return Math.min(text.length(), start + Math.max(0, column - 1));
    }

    Problem problem(int offset, String message, String advice) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', start);
        String row = text.substring(start, end < 0 ? text.length() : end).stripTrailing();
        int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
        int column = offset - start;
        // The caret goes where the culprit is once the secrets before it have shrunk or grown.
        int shown = SECRET.matcher(row.substring(0, Math.min(column, row.length())) + "\0").replaceAll(BLOT).length() - 1;
        return new Problem(file, line, column + 1, message, advice, excerpt(line, SECRET.matcher(row).replaceAll(BLOT), shown));
    }

    private static String excerpt(int line, String row, int column) {
        int from = Math.max(0, Math.min(column - WIDEST / 2, row.length() - WIDEST));
        String shown = row.substring(from, Math.min(row.length(), from + WIDEST)).replace('\t', ' ');
        String number = "  " + line;
        return number + " | " + shown + "\n" + " ".repeat(number.length()) + " | " + " ".repeat(column - from) + "^\n";
    }

    Problem problem(String message, String advice) {
        return new Problem(file, 0, 0, message, advice, "");
    }
}
