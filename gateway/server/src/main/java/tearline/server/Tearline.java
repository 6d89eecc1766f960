package tearline.server;

import java.util.Locale;
import tearline.server.command.Commands;

/** The program: reads the command line and does what it says. */
public final class Tearline {

    private Tearline() {}

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH); // parsers and libraries speak it too, and i is I in capitals, whatever this machine is set to
        System.exit(Commands.run(arguments));
    }
}
