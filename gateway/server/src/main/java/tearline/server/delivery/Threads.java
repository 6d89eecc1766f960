package tearline.server.delivery;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Named pools of a fixed size: however many partners there are, the threads stay as few. */
final class Threads {

    private Threads() {}

    /** Work that comes after the pool was closed is dropped: the store knows that it is unfinished. */
    static ExecutorService pool(String name, int size) {
        var number = new AtomicInteger();
        return new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                work -> thread(work, name + '-' + number.incrementAndGet()), new ThreadPoolExecutor.DiscardPolicy());
    }

    static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> thread(work, name));
    }

    private static Thread thread(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
