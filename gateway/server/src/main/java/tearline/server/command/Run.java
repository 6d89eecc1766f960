package tearline.server.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tearline.engine.config.ConfigurationMistakes;
import tearline.server.Gateway;

/** Runs a gateway with the configuration of a folder until it is told to stop. */
@Command(name = "run", description = "Run a gateway with the configuration in FOLDER.")
final class Run implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A folder with gateway.xml and partners/.")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        StartUp.ahead();
        Gateway gateway;
        try {
            var open = OpenFolder.of(folder);
            gateway = Gateway.start(open.house(), open.configuration(), Clock.systemUTC(), outcome -> { });
        } catch (ConfigurationMistakes mistakes) {
            System.err.println(mistakes.getMessage());
            return 1;
        }
        System.out.println("ready on port " + gateway.port() + " after " + StartUp.seconds() + " s");
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            gateway.close();
            stopped.countDown();
        }, "stop"));
        stopped.await();
        return 0;
    }
}
