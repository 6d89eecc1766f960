package tearline.server.command;

/** Says where a fault of ours happened, without its message: that could quote what was read. */
final class Fault {

    private Fault() {}

    static String of(Throwable fault) {
        var text = "a fault of ours: " + fault.getClass().getSimpleName();
        for (var frame : fault.getStackTrace()) {
            if (frame.getClassName().startsWith("tearline.")) return text + " in " + frame.getFileName() + ":" + frame.getLineNumber();
        }
        return text;
    }
}
