package tearline.engine.xml;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import net.sf.saxon.lib.StandardLogger;

/** Catches what Saxon would print to standard error, which it takes hold of before any test can. */
public final class Printed implements AutoCloseable {

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final net.sf.saxon.lib.Logger before = Saxon.processor().getUnderlyingConfiguration().getLogger();

    public Printed() {
        Saxon.processor().getUnderlyingConfiguration().setLogger(new StandardLogger(new PrintStream(text, true)));
    }

    public String text() {
        return text.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        Saxon.processor().getUnderlyingConfiguration().setLogger(before);
    }
}
