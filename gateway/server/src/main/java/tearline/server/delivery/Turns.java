package tearline.server.delivery;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs tasks one after the other on a shared pool: a JMS session may be used by one thread at a time. */
final class Turns implements Executor {

    private final Executor pool;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    Turns(Executor pool) {
        this.pool = pool;
    }

    @Override
    public synchronized void execute(Runnable task) {
        waiting.add(task);
        if (!running) {
            running = true;
            pool.execute(this::next);
        }
    }

    /** One task, then back to the end of the pool's line: a busy partner must not keep a thread. */
    private void next() {
        Runnable task;
        synchronized (this) {
            task = waiting.poll();
        }
        try {
            task.run();
        } finally {
            synchronized (this) {
                running = !waiting.isEmpty();
                if (running) {
                    pool.execute(this::next);
                }
            }
        }
    }
}
