package tearline.server.command;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** How long this process has been running: what start-up took, as its user feels it. */
final class StartUp {

    private StartUp() {}

    static String seconds() {
        return String.format(Locale.ROOT, "%.2f", (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1000.0);
    }
}
