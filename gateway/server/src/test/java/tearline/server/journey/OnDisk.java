package tearline.server.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Looks for words in every file of a folder: as text in several encodings, as hexadecimal, and as base64 at each of its three offsets. */
final class OnDisk {

    private OnDisk() {}

    static List<Path> with(Path folder, String words) throws IOException {
        var forms = new ArrayList<String>();
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("UTF-32LE"))) forms.add(new String(words.getBytes(charset), StandardCharsets.ISO_8859_1));
        forms.add(HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8)));
        for (int offset = 0; offset < 3; offset++) {
            var text = Base64.getEncoder().withoutPadding().encodeToString(("x".repeat(offset) + words).getBytes(StandardCharsets.UTF_8));
            forms.add(text.substring(offset == 0 ? 0 : 4, text.length() - 4));
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> {
                try {
                    var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    return forms.stream().anyMatch(text::contains);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        }
    }
}
