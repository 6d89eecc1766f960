package tearline.server.delivery;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Named pools of a fixed size: however many partners there are, the threads stay as few. */
final class Threads {

    private Threads() {}

    static ExecutorService pool(String name, int size) {
        var number = new AtomicInteger();
        return Executors.newFixedThreadPool(size, work -> {
            var thread = new Thread(work, name + '-' + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
