package tearline.engine.verify;

import java.util.Arrays;

/** The words of many texts, folded, one behind the other in one array: looking through them makes no objects. An empty word ends a text. */
final class Words {

    private char[] text = new char[4096];
    private int[] start = new int[1024];
    private int[] hash = new int[1024];
    private int count;
    private int length;

    static Words of(String text) {
        var words = new Words();
        words.add(text);
        return words;
    }

    void add(String run) {
        boolean ascii = true;
        for (int i = 0; i < run.length() && ascii; i++) ascii = run.charAt(i) < 128;
        var folded = ascii ? run : Folding.fold(run);
        if (length + folded.length() > text.length) text = Arrays.copyOf(text, 2 * (length + folded.length()));
        int at = 0;
        while (at < folded.length()) {
            int begin = length, code = 0;
            for (; at < folded.length(); at++) {
                char c = folded.charAt(at);
                if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
                if (!isWord(c)) break;
                text[length++] = c;
                code = 31 * code + c;
            }
            if (length > begin) word(begin, code);
            while (at < folded.length() && !isWord(folded.charAt(at))) at++;
        }
        word(length, 0);
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c > 127;
    }

    private void word(int begin, int code) {
        if (count + 1 >= start.length) {
            start = Arrays.copyOf(start, 2 * start.length);
            hash = Arrays.copyOf(hash, 2 * hash.length);
        }
        start[count] = begin;
        hash[count++] = code;
        start[count] = length;
    }

    int count() { return count; }

    boolean ends(int word) { return start[word] == start[word + 1]; }

    /** The same as that of the string. */
    int hash(int word) { return hash[word]; }

    String word(int word) { return new String(text, start[word], start[word + 1] - start[word]); }

    /** Of two letters, wherever words end; 0 where the text ends before. */
    int pair(int word) {
        int at = start[word], next = ends(word + 1) ? start[word + 1] : length;
        return at + 1 < next ? 31 * text[at] + text[at + 1] : 0;
    }

    String pairText(int word) { return new String(text, start[word], 2); }

    /** Whether it stands from here on as whole words, with or without blanks, before the text ends. */
    boolean joined(int word, String wanted) {
        int at = start[word];
        if (at + wanted.length() > length) return false;
        for (int i = 0; i < wanted.length(); i++) if (text[at + i] != wanted.charAt(i)) return false;
        int last = word;
        while (start[last + 1] < at + wanted.length()) if (ends(++last)) return false;
        return start[last + 1] == at + wanted.length();
    }
}
