package tearline.server.command;
public final class Temporary { public static int run(String[] a) { return new picocli.CommandLine(new Root()).addSubcommand(new Run()).addSubcommand(new Demo()).execute(a); }
@picocli.CommandLine.Command(name="tearline") static class Root implements Runnable { public void run() {} } }
