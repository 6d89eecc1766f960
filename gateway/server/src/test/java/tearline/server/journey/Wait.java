package tearline.server.journey;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for something that another thread or process does, generously but not for ever. */
final class Wait {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Wait() {}

    static void until(String what, Callable<Boolean> done) {
        until(what, LONGEST, done);
    }

    static void until(String what, Duration longest, Callable<Boolean> done) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            while (!done.call()) {
                if (System.nanoTime() > end) throw new AssertionError("Waited " + longest.toSeconds() + " s in vain until " + what);
                Thread.sleep(15);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("While waiting until " + what, e);
        }
    }
}
