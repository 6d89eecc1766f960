package tearline.engine.maximal;

/** The words that are planted: each occurs once, and nowhere else. */
final class Words {

    private Words() {}

    static String of(int number) {
        return String.format("Cnry%05dy", number);
    }
}
