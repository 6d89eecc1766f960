package tearline.engine.config;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes agreements of what a partner's file says under gets. */
final class AgreementBinder {

    private static final List<String> TLP = List.of("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED");

    private final Vocabulary vocabulary;
    private final References references;
    private final Path folder;

    AgreementBinder(Vocabulary vocabulary, References references, Path folder) {
        this.vocabulary = vocabulary;
        this.references = references;
        this.folder = folder;
    }

    List<Agreement> bind(Node partner, Written.Partner written, String sha256, Map<String, Policy> policies) {
        List<Agreement> agreements = new ArrayList<>();
        List<Node> nodes = partner.children("gets").toList();
        for (int i = 0; i < nodes.size(); i++) agreements.add(agreement(nodes.get(i), written, written.gets().get(i), sha256, policies));
        return agreements;
    }

    private Agreement agreement(Node node, Written.Partner partner, Written.Gets gets, String sha256, Map<String, Policy> policies) {
        Map<String, Door> doors = doors(node, gets);
        Optional<Policy> policy = Optional.ofNullable(gets.policy()).map(reference -> policies.get(reference.ref()));
        Map<String, Operation> keeps = keeps(node);
        policy.ifPresent(shared -> shared.keeps().forEach((category, operation) -> keeps.merge(category, operation, Operation::stricter)));
        keeps.values().removeIf(Operation.Drop.class::isInstance); // the same as not kept
        keeps.replaceAll((category, operation) -> operation.under(gets.agreement() + " " + gets.valid().from())); // a renewal is another key
        return new Agreement(gets.agreement(), gets.version(), partner.name(), partner.title(), gets.authority().strip().replaceAll("\\s+", " "),
            gets.valid().from(), gets.valid().until(), Optional.ofNullable(gets.valid().review()), "yes".equals(gets.tests()), "yes".equals(gets.exercises()), "yes".equals(gets.suspended()),
            gets.products().stream().map(product -> product(product, doors)).toList(),
            words(gets.grants()), words(gets.credentials()), gets.maxTlp() == null ? 0 : TLP.indexOf(gets.maxTlp()),
            keeps, policy.map(Policy::name), policy.map(Policy::discloses).orElse(Disclosure.NOTHING), words(gets.notices()),
            gets.retention() == null ? OptionalInt.empty() : OptionalInt.of(gets.retention().days()), doors,
            gets.cases().stream().map(test -> new TestCase(test.name(), folder.resolve(test.given()).normalize(), test.expects(), test.never(), test.contains())).toList(),
            gets.contacts().stream().collect(Collectors.toMap(Written.Contact::role, Written.Contact::is)),
            gets.modes().stream().collect(Collectors.toMap(Written.Mode::name, mode -> new Agreement.Mode(mode.name(), words(mode.purposes()), mode.requires() != null))),
            gets.certified().stream().collect(Collectors.toMap(Written.Certified::kind, Written.Certified::until)),
            new Agreement.Handling(gets.handling() == null || gets.handling().onwardSharing() == null ? "" : gets.handling().onwardSharing(),
                gets.handling() != null && "yes".equals(gets.handling().purgePropagation())),
            new Agreement.Meant(gets.addresses().stream().map(one -> Agreement.Meant.address(one.scheme(), one.is())).collect(Collectors.toSet()),
                gets.terms().stream().collect(Collectors.groupingBy(Written.Term::list, Collectors.mapping(Written.Term::is, Collectors.toSet())))),
            policy.map(shared -> Binder.sha256((sha256 + "\n" + shared.sha256()).getBytes(StandardCharsets.UTF_8))).orElse(sha256));
    }

    private Product product(Written.Product product, Map<String, Door> doors) {
        String form = product.form() != null ? product.form() : vocabulary.forms(product.format()).stream().findFirst().orElse("");
        return new Product(product.kind(), product.format(), form, product.door() != null ? product.door() : doors.keySet().iterator().next(),
            words(product.scopes()), Optional.ofNullable(product.minimumSeverity()), words(product.hazards()), Optional.ofNullable(product.profile()), "yes".equals(product.signed()),
            new Product.When(orEmpty(product.mode()), orEmpty(product.purpose()), Optional.ofNullable(product.grants()).map(AgreementBinder::words)));
    }

    private Map<String, Door> doors(Node node, Written.Gets gets) {
        Map<String, Door> doors = new LinkedHashMap<>();
        node.children("http").forEach(http -> doors.put(http.value("name"), new Door.Http(http.value("name"), URI.create(http.value("uri")),
            http.attribute("secret").flatMap(references::secret).map(Secret::new))));
        gets.folders().forEach(door -> doors.put(door.name(), new Door.Folder(door.name(), folder.resolve(door.path()).normalize())));
        gets.feeds().forEach(feed -> doors.put(feed.name(), new Door.Feed(feed.name(), "active".equals(feed.kind()))));
        return doors;
    }

    private static String orEmpty(String written) { return written == null ? "" : written; }

    static Map<String, Operation> keeps(Node owner) {
        Map<String, Operation> keeps = new TreeMap<>();
        owner.children(Operation.elements()).forEach(entry -> keeps.put(entry.value("category"), Operation.named(entry.name, entry.value("to"))));
        return keeps;
    }

    static Set<String> words(String list) {
        return list == null ? Set.of() : Word.of(list).stream().map(Word::text).collect(Collectors.toUnmodifiableSet());
    }
}
