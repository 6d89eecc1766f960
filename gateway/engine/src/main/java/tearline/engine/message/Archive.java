package tearline.engine.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tearline.engine.Code;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;

/** A ZIP archive as an envelope: some weather services send their alerts so. Nothing is ever written to disk, and every size has a limit. */
final class Archive {

    static final String STANDARD = "zip";
    /** Of one entry, and of all together, once unpacked. */
    private static final int LARGEST_ENTRY = 10 << 20, LARGEST = 50 << 20;
    /** Alerts pack at 5 to 20; a bomb at 1,000. Small entries may look like anything. */
    private static final int MOST_RATIO = 200, SMALL = 64 << 10;

    private Archive() {}

    /** By its first bytes: no XML begins so. */
    static boolean is(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && (bytes[2] == 3 && bytes[3] == 4 || bytes[2] == 5 && bytes[3] == 6);
    }

    /** The documents in it, in order. */
    static List<byte[]> open(byte[] bytes, int mostParts) {
        var documents = new ArrayList<byte[]>();
        var names = new HashSet<String>();
        int total = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null;) {
                var name = entry.getName();
                if (entry.isDirectory() || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.equals("..")) throw refused("ZIP-PATH", "an entry is a folder or lies in one");
                if (!names.add(name)) throw refused("ZIP-TWICE", "two entries have the same name");
                if (documents.size() >= mostParts) throw new Refusal(Code.TOO_MANY_PARTS);
                var document = unpack(zip, bytes.length);
                total += document.length;
                if (total > LARGEST) throw refused("ZIP-SIZE", "the entries are larger together than 50 MiB");
                if (is(document)) throw refused("ZIP-NESTED", "an entry is an archive itself");
                documents.add(document);
            }
        } catch (IOException | IllegalArgumentException e) { // damaged, encrypted, or a name in no known encoding
            throw refused("ZIP", "the archive cannot be read");
        }
        return documents;
    }

    private static byte[] unpack(ZipInputStream zip, int packed) throws IOException {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8_192];
        for (int read; (read = zip.read(buffer)) > 0;) {
            out.write(buffer, 0, read);
            if (out.size() > LARGEST_ENTRY) throw refused("ZIP-SIZE", "an entry is larger than 10 MiB");
            if (out.size() > SMALL && (long) out.size() > (long) packed * MOST_RATIO) throw refused("ZIP-RATIO", "an entry unpacks to more than two hundred times the archive");
        }
        return out.toByteArray();
    }

    private static Refusal refused(String rule, String message) {
        return new Refusal(Code.BAD_ARCHIVE, List.of(new Finding(rule, Severity.ERROR, -1, -1, "", message, "", "")));
    }
}
