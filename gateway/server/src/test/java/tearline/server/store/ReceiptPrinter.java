package tearline.server.store;

import java.nio.file.Path;
import java.time.Clock;

/** A lone sender in a process of its own: prints a line for each receipt, for {@link SyncsAreCountedTest} to watch. */
final class ReceiptPrinter {

    private ReceiptPrinter() {}

    public static void main(String[] arguments) {
        int messages = Integer.parseInt(arguments[1]);
        try (Store store = Store.open(Path.of(arguments[0]), Clock.systemUTC())) {
            for (int count = 0; count < messages; count++) {
                Acceptance acceptance = store.accept(Given.message("m-" + count, "key-" + count)).join();
                System.out.println("RECEIPT " + acceptance.messageId());
            }
        }
    }
}
