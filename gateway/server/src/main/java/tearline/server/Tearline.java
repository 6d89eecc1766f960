package tearline.server;

import tearline.server.command.Commands;

/** The program: reads the command line and does what it says. */
public final class Tearline {

    private Tearline() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(arguments));
    }
}
