package tearline.server.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tearline.engine.exchange.Exchange;
import tearline.server.look.Words;

/** Tells in plain words what each partner got of each message, as soon as it is decided and durable. */
final class Narrator {

    private static final AtomicReference<String> LAST = new AtomicReference<>("");
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private int count;

    Narrator(PrintStream out) {
        this.out = out;
    }

    static String lastMessage() {
        return LAST.get();
    }

    void tell(Exchange.Outcome outcome) {
        lock.lock();
        try {
            var marked = outcome.plan().marked();
            LAST.set(marked.incoming().messageId());
            out.println();
            out.println(marked.incoming().messageId() + ": " + marked.record().header().getStandard() + " from " + marked.incoming().sender().name() + ", status " + marked.status());
            int step = 1;
            for (var one : outcome.decided()) {
                out.println("  " + step++ + ". " + Words.of(one.decision().outcome(), json.valueToTree(one.decision()), one.decision().partner()));
            }
            for (var one : outcome.plan().notCovered()) out.println("  " + step++ + ". " + one.partner() + " got nothing: " + one.reason() + ".");
            out.flush();
            count++;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void waitUntilToldOf(int messages) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(30);
            while (count < messages && left > 0) left = told.awaitNanos(left);
        } finally {
            lock.unlock();
        }
    }
}
