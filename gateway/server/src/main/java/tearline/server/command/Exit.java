package tearline.server.command;

/** What a command's exit code says. */
final class Exit {

    static final int FINE = 0;
    static final int NO = 1;
    static final int USED_WRONGLY = 2;
    static final int WE_FAILED = 3;

    private Exit() {}
}
