package tearline.engine.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** Knows, without asking a name server, which host names mean this machine only. */
final class Loopback {

    private static final Pattern V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    private Loopback() { }

    static boolean is(String host) {
        String bare = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        return bare.equals("localhost") || bare.equals("::1") || V4.matcher(bare).matches();
    }
}
