package tearline.server.command;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.main.Main;
import org.apache.cxf.BusFactory;
import org.eclipse.jetty.server.Server;

/** How long this process has been running: what start-up took, as its user feels it. */
final class StartUp {

    private StartUp() {}

    /** Loads what the gateway will need while the configuration is read: there is a second core. */
    static void ahead() {
        CompletableFuture.runAsync(() -> {
            BusFactory.newInstance().createBus().shutdown(false);
            new Main();
            new Server();
        });
    }

    static String seconds() {
        return String.format(Locale.ROOT, "%.2f", (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1000.0);
    }
}
