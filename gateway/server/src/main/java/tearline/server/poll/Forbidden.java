package tearline.server.poll;

/** An address that may not be asked, and why; it never holds the address itself. */
final class Forbidden extends Exception {

    Forbidden(String why) {
        super(why, null, false, false);
    }
}
