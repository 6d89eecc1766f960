package tearline.engine.verify;

/** A text of a product as one run: what stands in one element, attribute, JSON value or line, and in which element or under which name. */
record Run(String text, String name, boolean attribute) {

    @Override
    public String toString() {
        return "Run[" + name + "]";
    }
}
