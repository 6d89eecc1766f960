package tearline.engine.config;

import java.util.List;
import java.util.regex.Pattern;

/** A word of a list value and its offset in it. */
record Word(String text, int at) {

    private static final Pattern RUN = Pattern.compile("\\S+");

    static List<Word> of(String list) {
        return RUN.matcher(list).results().map(found -> new Word(found.group(), found.start())).toList();
    }
}
