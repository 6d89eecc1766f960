package tearline.engine.check;

/** Reads the characters of numbers in lists by hand: a regular expression over tens of thousands of points is slow, and can be made to be worse. */
final class Numbers {

    /** Powers of ten that a double holds exactly. */
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

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

    /** The value of what is one. Up to 15 digits it is a division of two numbers that are exact, and so rounded once, as the library does. */
    static double decimal(String text, int from, int to) {
        long digits = 0;
        int count = 0, scale = 0, at = from;
        boolean negative = text.charAt(at) == '-', point = false;
        if (negative || text.charAt(at) == '+') at++;
        for (; at < to; at++) {
            char c = text.charAt(at);
            if (c == '.') {
                point = true;
                continue;
            }
            digits = digits * 10 + c - '0';
            if (digits != 0 && ++count > 15) return Double.parseDouble(text.substring(from, to));
            if (point) scale++;
        }
        if (scale >= POWERS.length) return Double.parseDouble(text.substring(from, to));
        double value = digits / POWERS[scale];
        return negative ? -value : value;
    }
}
