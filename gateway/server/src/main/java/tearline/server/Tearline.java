package tearline.server;

/** The program: reads the command line and does what it says. */
public final class Tearline {
    private Tearline() {}

    public static void main(String[] arguments) {
        System.exit(tearline.server.command.Temporary.run(arguments));
    }
}
