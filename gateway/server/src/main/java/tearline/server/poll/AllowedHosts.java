package tearline.server.poll;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tearline.engine.config.Poll;

/** The hosts that a poll may ask: the feed's own and those its configuration lists, each at one port. Anything else is refused before a byte is sent. */
final class AllowedHosts {

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|\\[?::1]?|127(\\.\\d{1,3}){3}");
    private final Set<String> allowed = new HashSet<>();

    AllowedHosts(Poll poll) {
        allowed.add(place(poll.uri()));
        for (var host : poll.hosts()) {
            var lower = host.toLowerCase(Locale.ROOT);
            allowed.add(lower.matches(".*:\\d+") && !lower.endsWith("]") ? lower : lower + ":" + (isThisMachine(lower) ? 80 : 443));
        }
    }

    void check(URI uri) throws Forbidden {
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (host.isEmpty() || uri.getUserInfo() != null) throw new Forbidden("it is no plain web address");
        boolean here = isThisMachine(host);
        if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && here)) throw new Forbidden("it is not https");
        if (!allowed.contains(place(uri))) throw new Forbidden("its host is not listed");
    }

    /** A listed name whose owner lets it point at this machine, or at the metadata service of a cloud, reaches neither. The addresses that were looked at are the ones to connect to. */
    static InetAddress[] inTheOpen(String host, InetAddress[] addresses) throws Forbidden {
        if (isThisMachine(host)) return addresses;
        for (var address : addresses) {
            if (address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()) {
                throw new Forbidden("its host points into this machine or network");
            }
        }
        return addresses;
    }

    static boolean isThisMachine(String host) {
        return THIS_MACHINE.matcher(host.replaceFirst(":\\d+$", "")).matches() || THIS_MACHINE.matcher(host).matches();
    }

    static String place(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "http".equals(uri.getScheme()) ? 80 : 443;
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
