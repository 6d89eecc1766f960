package tearline.engine.config;

import java.util.Comparator;

/**
 * One mistake in a configuration: where, what, and what next.
 *
 * @param file    the file, relative to the configuration folder
 * @param line    the line, counted from 1; 0 where the mistake is the file itself
 * @param column  the column of the culprit in characters, counted from 1; 0 where the mistake is the file itself
 * @param message what is wrong, in one sentence without full stop
 * @param advice  what to do, in full sentences, with the nearest right name where there is one
 * @param excerpt the source line with a caret under the culprit, secrets blotted out; empty where the mistake is the file itself
 */
public record Problem(String file, int line, int column, String message, String advice, String excerpt) {

    static final Comparator<Problem> IN_READING_ORDER = Comparator
        .comparing((Problem p) -> !p.file().equals(ConfigurationReader.GATEWAY_FILE))
        .thenComparing(Problem::file).thenComparingInt(Problem::line).thenComparingInt(Problem::column).thenComparing(Problem::message);

    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + "  " + message + "\n" + excerpt + "   " + advice + "\n";
    }
}
