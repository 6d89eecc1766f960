package tearline.engine.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads a configuration folder: the schema speaks first, then the lint, and only what neither minds is bound to records. */
public final class ConfigurationReader {

    static final String GATEWAY_FILE = "gateway.xml";

    private final Vocabulary vocabulary;
    private final UnaryOperator<String> environment;
    private final Grammar grammar = Grammar.load();

    public ConfigurationReader(Vocabulary vocabulary) { this(vocabulary, System::getenv); }

    /** @param environment what env:NAME refers to: the value of a variable, or null */
    public ConfigurationReader(Vocabulary vocabulary, UnaryOperator<String> environment) {
        this.vocabulary = vocabulary;
        this.environment = environment;
    }

    /** The configuration in this folder, or every mistake in it at once. */
    public Configuration read(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        List<Problem> problems = new ArrayList<>();
        Map<String, byte[]> files = files(home, problems);
        Map<String, Node> trees = new LinkedHashMap<>();
        files.forEach((file, bytes) -> tree(file, bytes, problems).ifPresent(root -> trees.put(file, root)));

        SchemaCheck schema = new SchemaCheck(grammar, problems::add);
        trees.forEach((file, root) -> schema.check(root, rootOf(file)));
        lint(home, files, trees, problems);
        if (!problems.isEmpty()) throw new ConfigurationMistakes(problems.stream().distinct().sorted(Problem.IN_READING_ORDER).toList());

        return new Binder(vocabulary, new References(home, environment, problem -> { throw new IllegalStateException(problem.message()); }), home).bind(files, trees);
    }

    private void lint(Path home, Map<String, byte[]> files, Map<String, Node> trees, List<Problem> problems) {
        Map<String, Node> policies = new TreeMap<>();
        // A file that does not parse still has a name: who refers to it made no mistake.
        files.keySet().stream().filter(file -> rootOf(file).equals("policy")).forEach(file -> policies.put(stem(file), trees.get(file)));
        List<String> partners = files.keySet().stream().filter(file -> rootOf(file).equals("partner")).map(ConfigurationReader::stem).toList();
        Lint lint = new Lint(vocabulary, new References(home, environment, problems::add), partners, policies,
            Optional.ofNullable(trees.get(GATEWAY_FILE)).map(gateway -> gateway.has("signingKey")).orElse(true), problems::add);
        Map<String, List<Node>> gets = new TreeMap<>();
        trees.forEach((file, root) -> { if (rootOf(file).equals("partner")) gets.put(stem(file), root.children("gets").toList()); });
        trees.forEach((file, root) -> {
            if (!root.name.equals(rootOf(file)) || !root.namespace.equals(Grammar.NAMESPACE)) return;
            switch (root.name) {
                case "gateway" -> new GatewayLint(lint).check(root);
                case "policy" -> new AllowListLint(lint).checkPolicy(root, stem(file));
                case "activation", "emergency" -> new OverlayLint(lint, gets).check(root, stem(file));
                default -> new PartnerLint(lint).check(root, stem(file));
            }
        });
    }

    /** The bytes of all files, gateway.xml first, by their path relative to the folder, with slashes. */
    private static Map<String, byte[]> files(Path folder, List<Problem> problems) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (!Files.isDirectory(folder)) {
            problems.add(new Problem(folder.getFileName() + "", 0, 0, "the configuration folder does not exist", "Name a folder that holds gateway.xml and partners/.", ""));
            return files;
        }
        if (Files.isRegularFile(folder.resolve(GATEWAY_FILE))) read(folder, folder.resolve(GATEWAY_FILE), files, problems);
        else problems.add(new Problem(GATEWAY_FILE, 0, 0, "there is no " + GATEWAY_FILE, "Every configuration has one beside the folder partners. See samples/demo.", ""));
        for (String sub : List.of("partners", "policies", "activations", "emergencies")) xmlFiles(folder.resolve(sub)).forEach(path -> read(folder, path, files, problems));
        if (files.keySet().stream().noneMatch(file -> rootOf(file).equals("partner"))) {
            problems.add(new Problem("partners", 0, 0, "there is no partner", "Nothing could be received or delivered. Add partners/NAME.xml for each partner.", ""));
        }
        return files;
    }

    private static List<Path> xmlFiles(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(".xml")).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void read(Path folder, Path path, Map<String, byte[]> files, List<Problem> problems) {
        String file = folder.relativize(path).toString().replace('\\', '/');
        try {
            files.put(file, Files.readAllBytes(path));
        } catch (IOException unreadable) {
            problems.add(new Problem(file, 0, 0, "the file cannot be read", "Let the gateway's user or group read it.", ""));
        }
    }

    private static Optional<Node> tree(String file, byte[] bytes, List<Problem> problems) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return TreeReader.read(new Source(file, plain.replace("\r\n", "\n")), problems::add);
        } catch (CharacterCodingException other) {
            problems.add(new Problem(file, 0, 0, "the file is not UTF-8", "Save it as UTF-8.", ""));
            return Optional.empty();
        }
    }

    static String rootOf(String file) {
        return switch (file.substring(0, Math.max(0, file.indexOf('/')))) {
            case "" -> "gateway";
            case "partners" -> "partner";
            case "policies" -> "policy";
            case "activations" -> "activation";
            default -> "emergency";
        };
    }

    /** "county-eoc" of "partners/county-eoc.xml". */
    static String stem(String file) {
        return file.substring(file.indexOf('/') + 1, file.length() - ".xml".length());
    }
}
