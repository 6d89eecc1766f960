package tearline.engine.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The folders of standards and mappings, and the only way to them: nothing outside is ever opened. A later root overlays an earlier one. */
public final class Shelf {

    private static final String SCHEME = "shelf";
    private final List<Path> roots;

    private Shelf(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** What ships with the program, overlaid by the same folders under a configuration where they exist. */
    public static Shelf shipped(Path... overlays) {
        var roots = new ArrayList<Path>();
        for (var name : List.of("xsd", "mappings")) roots.add(onClassPath(name));
        for (var overlay : overlays) roots.add(overlay.toAbsolutePath().normalize());
        return new Shelf(roots);
    }

    /** Names of the folders directly under a folder that hold a file of that name. */
    public List<String> foldersWith(String folder, String file) {
        var names = new TreeSet<String>();
        for (var root : roots) {
            var at = root.resolve(folder);
            if (!Files.isDirectory(at)) continue;
            try (var entries = Files.list(at)) {
                entries.filter(entry -> Files.exists(entry.resolve(file))).forEach(entry -> names.add(entry.getFileName().toString().replace("/", "")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(names);
    }

    public Optional<byte[]> find(String path) {
        for (int i = roots.size() - 1; i >= 0; i--) {
            var file = roots.get(i).resolve(path).normalize();
            if (!file.startsWith(roots.get(i))) continue;
            if (Files.isRegularFile(file)) {
                try {
                    return Optional.of(Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return Optional.empty();
    }

    public byte[] get(String path) {
        return find(path).orElseThrow(() -> new UncheckedIOException(new NoSuchFileException(path)));
    }

    /** The address under which schemas and stylesheets know a file, so that their relative links stay on the shelf. */
    public static URI uri(String path) {
        return URI.create(SCHEME + ":/" + path);
    }

    /** The path that an address of this shelf names; empty for any other address. */
    public static Optional<String> path(String uri) {
        var normal = URI.create(uri).normalize().toString();
        return normal.startsWith(SCHEME + ":/") && !normal.contains("..") ? Optional.of(normal.substring(SCHEME.length() + 2)) : Optional.empty();
    }

    private static Path onClassPath(String folder) {
        var marker = folder.equals("xsd") ? "xsd/standard.xsd" : "mappings/mapping.xsd";
        var url = Shelf.class.getClassLoader().getResource(marker);
        if (url == null) throw new IllegalStateException("The class path lacks " + marker);
        try {
            var uri = url.toURI();
            if (uri.getScheme().equals("jar")) openJar(uri);
            return Path.of(uri).getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void openJar(URI uri) {
        try {
            FileSystems.getFileSystem(uri);
        } catch (FileSystemNotFoundException absent) {
            try {
                FileSystems.newFileSystem(uri, Map.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
