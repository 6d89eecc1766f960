package tearline.engine.model;

/** A value that one view may not see, and what kind of thing it is, so that it can be looked for as people write such things. */
public record HiddenValue(Kind kind, String value) {

    /** NAME is a whole name, STREET_NAME a street without its number or type; OTHER is written in one way only. */
    public enum Kind { NAME, GIVEN, SURNAME, BIRTH, PHONE, EMAIL, NUMBER, STREET, STREET_NAME, POSITION, LINK, OTHER }

    @Override
    public String toString() {
        return "HiddenValue[" + kind + "]"; // never the value
    }
}
