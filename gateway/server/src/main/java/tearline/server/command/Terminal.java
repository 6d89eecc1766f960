package tearline.server.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Where a command reads and writes; text is UTF-8, whatever the machine's language, because what it prints may be a document. */
record Terminal(InputStream in, PrintStream out, PrintStream err, UnaryOperator<String> environment) {

    /** What a gateway takes unless its file says otherwise. */
    static final int LARGEST = 10_485_760;

    static Terminal system() {
        var out = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Terminal(System.in, out, err, System::getenv);
    }

    /** The bytes of a file, or of standard input where it is called '-'; a byte more than the largest where there are more. */
    byte[] bytes(String file) throws IOException {
        if (file.equals("-")) return in.readNBytes(LARGEST + 1);
        try (var stream = Files.newInputStream(Path.of(file))) {
            return stream.readNBytes(LARGEST + 1);
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
    }

    /** The same for a command that cannot do without. */
    byte[] document(String file) {
        byte[] bytes;
        try {
            bytes = bytes(file);
        } catch (IOException e) {
            throw GaveUp.usedWrongly(file + " cannot be read");
        }
        if (bytes.length > LARGEST) throw GaveUp.no(file + " is larger than " + LARGEST + " bytes");
        return bytes;
    }
}
