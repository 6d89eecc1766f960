package tearline.server.command;

/** A command cannot go on: what its user is told, and the exit code. */
final class GaveUp extends RuntimeException {

    private final int exit;

    private GaveUp(int exit, String message) {
        super(message, null, false, false);
        this.exit = exit;
    }

    static GaveUp no(String message) {
        return new GaveUp(Exit.NO, message);
    }

    static GaveUp usedWrongly(String message) {
        return new GaveUp(Exit.USED_WRONGLY, message);
    }

    static GaveUp weFailed(String message) {
        return new GaveUp(Exit.WE_FAILED, message);
    }

    int exit() {
        return exit;
    }
}
