package tearline.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the test configuration, to change and to run. */
record CountyFolder(Path path) {

    private static final Path ORIGINAL = Path.of("src/test/resources/tearline/server/command/county");

    static CountyFolder in(Path path) throws IOException {
        try (var files = Files.walk(ORIGINAL)) {
            for (var file : files.toList()) {
                var copy = path.resolve(ORIGINAL.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else Files.copy(file, copy);
            }
        }
        return new CountyFolder(path);
    }

    String alert() {
        return path.resolve("messages/chlorine.xml").toString();
    }

    void replace(String file, String old, String now) throws IOException {
        var text = Files.readString(path.resolve(file));
        if (!text.contains(old)) throw new IllegalArgumentException(file + " does not hold what is to be replaced");
        Files.writeString(path.resolve(file), text.replace(old, now));
    }
}
