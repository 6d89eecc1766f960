package tearline.engine.check;

/** Reads the characters of numbers in lists by hand: a regular expression over tens of thousands of points is slow, and can be made to be worse. */
final class Numbers {

    private Numbers() {}

    /** White space as XML knows it. */
    static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** An xs:decimal: a sign or none, digits, at most one point. */
    static boolean isDecimal(String text, int from, int to) {
        int at = from;
        if (at < to && (text.charAt(at) == '-' || text.charAt(at) == '+')) at++;
        boolean digits = false, point = false;
        for (; at < to; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') digits = true;
            else if (c == '.' && !point) point = true;
            else return false;
        }
        return digits;
    }
}
