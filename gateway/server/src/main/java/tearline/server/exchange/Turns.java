package tearline.server.exchange;

import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Who decides about parts takes turns: from its plan to its commit an exchange runs beside other exchanges, but never beside
 * the remaking of a part in a feed, which would otherwise bring back what was just taken out.
 */
public final class Turns implements Processor {

    /** More than there are consumers. */
    private static final int ALL = 64;
    private final Semaphore free = new Semaphore(ALL, true);

    @Override
    public void process(Exchange exchange) throws InterruptedException {
        free.acquire();
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                free.release();
            }
        });
    }

    void alone(Runnable work) throws InterruptedException {
        free.acquire(ALL);
        try {
            work.run();
        } finally {
            free.release(ALL);
        }
    }
}
