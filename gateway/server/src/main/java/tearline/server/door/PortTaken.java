package tearline.server.door;

import java.io.IOException;
import java.util.Locale;

/** The gateway cannot listen where its configuration says: in one sentence, with the setting and what to do. */
public final class PortTaken extends IOException {

    public PortTaken(String host, int port, String setting, IOException cause) {
        super("port " + port + " of " + host + " cannot be listened on: " + (isInUse(cause) ? "another program listens there. Stop it, or change the port" : "this machine does not allow it. Change the host or the port")
                + " of " + setting + ".", cause);
    }

    /** Java has one exception for a port that is taken and for an address that is not this machine's; only its words differ. */
    private static boolean isInUse(Throwable cause) {
        for (var one = cause; one != null; one = one.getCause()) if (String.valueOf(one.getMessage()).toLowerCase(Locale.ROOT).contains("in use")) return true;
        return false;
    }
}
