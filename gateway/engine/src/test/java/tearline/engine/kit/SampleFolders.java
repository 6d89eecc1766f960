package tearline.engine.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the samples beside each standard or mapping in the source folders, so that none can be forgotten in a build. */
final class SampleFolders {

    static final Path STANDARDS = Path.of("../../xsd");
    static final Path MAPPINGS = Path.of("../../mappings");

    private SampleFolders() {}

    /** Folders that hold a file of this name: one a standard, or one a mapping. */
    static List<Path> holding(Path root, String file) {
        return list(root).filter(folder -> Files.exists(folder.resolve(file))).toList();
    }

    /** Every file of the folder's samples, or none where it has no samples. */
    static List<Path> samplesOf(Path folder) {
        var samples = folder.resolve("samples");
        return Files.isDirectory(samples) ? list(samples).filter(Files::isRegularFile).toList() : List.of();
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The files directly in a folder whose names end so. */
    static List<Path> list(Path folder, String end) {
        return list(folder).filter(file -> file.toString().endsWith(end)).toList();
    }

    private static Stream<Path> list(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
