package tearline.server.look;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.camel.main.Main;
import tearline.server.queue.Broker;
import tearline.server.store.Store;

/** Ready only when store, broker and routes are, and every door is open. */
public final class HealthServlet extends HttpServlet {

    private final transient Store store;
    private final transient Broker broker;
    private final transient Main main;
    private final transient BooleanSupplier open;

    public HealthServlet(Store store, Broker broker, Main main, BooleanSupplier open) {
        this.store = store;
        this.broker = broker;
        this.main = main;
        this.open = open;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean writing = store.isWriting();
        boolean queueing = broker.isRunning();
        boolean routing = main.getCamelContext() != null && main.getCamelContext().isStarted();
        boolean ready = writing && queueing && routing && open.getAsBoolean();
        response.setStatus(ready ? 200 : 503);
        response.setContentType("application/json");
        response.getWriter().write("{\"ready\":" + ready + ",\"store\":" + writing + ",\"broker\":" + queueing + ",\"routes\":" + routing + "}\n");
    }
}
