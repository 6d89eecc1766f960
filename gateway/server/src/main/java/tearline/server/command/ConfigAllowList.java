package tearline.server.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tearline.engine.exchange.Exchange;
import tearline.engine.plan.View;

/** Prints what an agreement lets through, path by path, under the digest that every decision of it names. */
@Command(name = "allow-list", description = "Every path that the agreements of a partner let through, with what is done to it.")
final class ConfigAllowList implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A folder with gateway.xml and partners/.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "PARTNER", description = "A partner's name.")
    private String name;

    ConfigAllowList(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var open = OpenFolder.of(folder);
        var partner = open.configuration().findPartner(name).orElse(null);
        if (partner == null) {
            terminal.err().println("tearline: no partner is called " + name);
            return Exit.NO;
        }
        var exchange = new Exchange(open.house(), open.configuration());
        var now = Instant.now();
        for (var agreement : partner.agreements()) {
            for (var product : agreement.products()) {
                var list = exchange.allowList(View.of(partner, agreement, product, product.when().grants().orElse(agreement.grants()), now));
                terminal.out().println("# " + agreement.id() + " version " + agreement.version() + ", " + product.kind() + " as " + product.format()
                        + (product.form().isEmpty() ? "" : ", " + product.form()) + ": " + list.sha256());
                terminal.out().print(list.text());
            }
        }
        return Exit.FINE;
    }
}
