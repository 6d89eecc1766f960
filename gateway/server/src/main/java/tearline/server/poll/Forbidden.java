package tearline.server.poll;

import java.net.UnknownHostException;

/** An address that may not be asked, and why; it never holds the address itself. To who resolves names it is one without an address. */
final class Forbidden extends UnknownHostException {

    Forbidden(String why) {
        super(why);
    }
}
