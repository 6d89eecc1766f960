package tearline.engine.marking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tokens that markings are made of, read from a dated table; what stands not in it is unknown. */
final class Vocabulary {

    /** What a token is; the kind decides its place in a banner, whatever its position on input. */
    enum Kind { CLASS, CUI, SYSTEM, INFORM, DISSEM, RELEASE, LEGACY, LDC, LIST, ADMIN, SPECIFIED, BASIC, TETRAGRAPH }

    /** One line of the table; the atom is what stands for it in a label. */
    record Token(String name, String atom, Kind kind, String portion, List<String> titles, List<String> needs, String reason, int order) {
        boolean category() {
            return kind == Kind.SPECIFIED || kind == Kind.BASIC;
        }
    }

    private static final Vocabulary SHIPPED = read("marks.tsv");
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private final Map<String, List<Token>> bySpelling = new HashMap<>();
    private final Map<String, Token> byAtom = new LinkedHashMap<>();
    private String date = "";

    private Vocabulary() {
    }

    static Vocabulary shipped() {
        return SHIPPED;
    }

    String date() {
        return date;
    }

    /** The token behind a spelling. Codes such as CVI or PROPIN are a CUI category in a CUI mark, and a legacy mark elsewhere. */
    Optional<Token> find(String spelling, boolean inCui) {
        return bySpelling.getOrDefault(spelling, List.of()).stream()
                .filter(token -> token.kind() != Kind.TETRAGRAPH)
                .reduce((a, b) -> a.category() == inCui ? a : b);
    }

    /** The token of an atom in a label. */
    Optional<Token> atom(String name) {
        return Optional.ofNullable(byAtom.get(name));
    }

    Set<String> names(Kind... kinds) {
        Set<String> names = new TreeSet<>();
        byAtom.values().stream().filter(token -> Arrays.asList(kinds).contains(token.kind())).forEach(token -> names.add(token.name()));
        return names;
    }

    Stream<Token> tokens() {
        return byAtom.values().stream();
    }

    Stream<Token> categories() {
        return byAtom.values().stream().filter(Token::category);
    }

    /** The countries behind one code of a release list: a trigraph, or a tetragraph with its members, or itself where opaque. */
    Optional<Set<String>> countries(String code) {
        if (COUNTRIES.contains(code)) {
            return Optional.of(Set.of(code));
        }
        return bySpelling.getOrDefault(code, List.of()).stream().filter(token -> token.kind() == Kind.TETRAGRAPH).findFirst()
                .map(token -> token.titles().isEmpty() ? Set.of(code) : Set.copyOf(token.titles()));
    }

    static boolean country(String code) {
        return COUNTRIES.contains(code);
    }

    private static Vocabulary read(String resource) {
        Vocabulary vocabulary = new Vocabulary();
        try (InputStream in = Vocabulary.class.getResourceAsStream(resource);
             BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> all = lines.lines().toList();
            all.stream().filter(line -> line.startsWith("# date: ")).forEach(line -> vocabulary.date = line.substring(8, 18));
            List<String> rows = all.stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            Set<String> basic = rows.stream().map(row -> row.split("\t")).filter(cell -> cell[1].equals("basic"))
                    .map(cell -> cell[0]).collect(Collectors.toSet());
            rows.forEach(row -> vocabulary.add(row, basic));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return vocabulary;
    }

    private void add(String line, Set<String> basic) {
        String[] cell = line.split("\t", -1);
        Kind kind = Kind.valueOf(cell[1].toUpperCase(Locale.ROOT));
        List<String> titles = words(cell[3], kind == Kind.TETRAGRAPH ? " " : ";");
        // CVI, NNPI and PROPIN exist in both families; families never merge, so neither may their atoms
        String atom = kind == Kind.TETRAGRAPH || kind != Kind.BASIC && basic.contains(cell[0]) ? kind + " " + cell[0] : cell[0];
        Token token = new Token(cell[0], atom, kind, cell[2], titles, words(cell[4], " "), cell[5], byAtom.size());
        byAtom.put(atom, token);
        Set<String> spellings = new TreeSet<>(List.of(cell[0].toUpperCase(Locale.ROOT), cell[2].toUpperCase(Locale.ROOT)));
        if (kind != Kind.TETRAGRAPH) {
            spellings.addAll(titles);
        }
        spellings.forEach(spelling -> bySpelling.computeIfAbsent(spelling, none -> new ArrayList<>()).add(token));
    }

    private static List<String> words(String cell, String separator) {
        return Arrays.stream(cell.split(separator)).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }
}
