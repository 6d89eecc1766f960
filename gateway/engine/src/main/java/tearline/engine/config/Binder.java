package tearline.engine.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes of the files, in which nobody found a mistake any more, the configuration that the gateway uses. */
final class Binder {

    private final XmlBinding xml = new XmlBinding();
    private final AgreementBinder agreements;
    private final References references;
    private final Path folder;

    Binder(Vocabulary vocabulary, References references, Path folder) {
        this.agreements = new AgreementBinder(vocabulary, references, folder);
        this.references = references;
        this.folder = folder;
    }

    Configuration bind(Map<String, byte[]> files, Map<String, Node> trees) {
        GatewaySettings gateway = null;
        Map<String, Policy> policies = new TreeMap<>();
        for (String file : files.keySet()) { // agreements need the policies, which come last
            if (ConfigurationReader.rootOf(file).equals("policy")) policies.put(ConfigurationReader.stem(file), policy(trees.get(file), sha256(files.get(file))));
        }
        List<Partner> partners = new ArrayList<>();
        List<Overlay> overlays = new ArrayList<>();
        for (String file : files.keySet()) {
            switch (ConfigurationReader.rootOf(file)) {
                case "gateway" -> gateway = gateway(trees.get(file));
                case "partner" -> partners.add(partner(trees.get(file), sha256(files.get(file)), policies));
                case "activation" -> overlays.add(activation(trees.get(file), sha256(files.get(file))));
                case "emergency" -> overlays.add(emergency(trees.get(file), sha256(files.get(file))));
                default -> { }
            }
        }
        return new Configuration(folder, gateway, partners, policies, overlays);
    }

    private Overlay activation(Node root, String sha256) {
        Written.Activation written = xml.bind(root, Written.Activation.class);
        return new Overlay(Overlay.Kind.ACTIVATION, written.name(), AgreementBinder.words(written.partners()), written.incident(), written.mode(), written.purpose(), Set.of(),
            written.from(), written.until(), written.authorisedBy(), written.reason().strip().replaceAll("\\s+", " "), sha256);
    }

    private Overlay emergency(Node root, String sha256) {
        Written.Emergency written = xml.bind(root, Written.Emergency.class);
        return new Overlay(Overlay.Kind.EMERGENCY, written.name(), Set.of(written.partner()), written.incident(), "", written.danger(), AgreementBinder.words(written.adds()),
            written.from(), written.until(), written.authorisedBy(), written.reason().strip().replaceAll("\\s+", " "), sha256);
    }

    private GatewaySettings gateway(Node root) {
        Written.Gateway written = xml.bind(root, Written.Gateway.class);
        Written.Http http = written.http();
        Written.Limits limits = Optional.ofNullable(written.limits()).orElse(new Written.Limits(null, null, null));
        Written.Delivery delivery = Optional.ofNullable(written.delivery()).orElse(new Written.Delivery(null, null, null, null, null, null));
        Written.Feeds feeds = Optional.ofNullable(written.feeds()).orElse(new Written.Feeds(null, null));
        return new GatewaySettings(written.name(), written.sender(),
            new GatewaySettings.Http(http.host(), http.port(), Optional.ofNullable(http.tls()).map(tls -> tls(root.child("http").flatMap(node -> node.child("tls")).orElseThrow())),
                Optional.ofNullable(http.publicUri()).map(uri -> uri.replaceAll("/+$", ""))),
            folder.resolve(written.store().folder()).normalize(),
            new GatewaySettings.Limits(or(limits.messageBytes(), 10_485_760), or(limits.depth(), 200), or(limits.partsPerMessage(), 500)),
            secret(root.child("identifierKey").orElseThrow(), "secret"), root.child("signingKey").map(this::tls),
            new GatewaySettings.Delivery(seconds(delivery.connectSeconds(), 3), seconds(delivery.requestSeconds(), 10), or(delivery.inFlightPerPartner(), 2),
                or(delivery.attempts(), 200), seconds(delivery.firstDelaySeconds(), 5), seconds(delivery.longestDelaySeconds(), 900)),
            new GatewaySettings.Feeds(seconds(feeds.minimumPollSeconds(), 30), Duration.ofDays(or(feeds.tombstoneDays(), 90))),
            retention(written.retention()), credentials(root, "operator"));
    }

    private static List<RetentionRule> retention(Written.RecordRetention written) {
        var rules = new ArrayList<RetentionRule>();
        if (written != null) {
            written.rules().forEach(one -> rules.add(new RetentionRule(one.kind(), Optional.ofNullable(one.determination()), Optional.ofNullable(one.contributor()), one.maxDays(),
                one.reviewDays() == null ? OptionalInt.empty() : OptionalInt.of(one.reviewDays()),
                "strip-privacy".equals(one.action()) ? RetentionRule.Action.STRIP_PRIVACY : RetentionRule.Action.PURGE)));
        }
        rules.add(RetentionRule.FIVE_YEARS);
        return rules;
    }

    private List<Credential> credentials(Node owner, String element) {
        return owner.children(element).map(credential -> new Credential(credential.value("scheme"),
            references.digest(credential.attribute("secret").orElseThrow()).orElseThrow())).toList();
    }

    private GatewaySettings.Tls tls(Node tls) {
        return new GatewaySettings.Tls(references.readable(tls.attribute("keystore").orElseThrow()).orElseThrow(), secret(tls, "password"));
    }

    private Secret secret(Node owner, String attribute) {
        return new Secret(references.secret(owner.attribute(attribute).orElseThrow()).orElseThrow());
    }

    private Partner partner(Node root, String sha256, Map<String, Policy> policies) {
        Written.Partner written = xml.bind(root, Written.Partner.class);
        return new Partner(written.name(), written.title(), written.organisation(), written.country(), written.operatedBy(), credentials(root, "credential"),
            Optional.ofNullable(written.sends()).map(sends -> sends(root.child("sends").orElseThrow(), sends)), agreements.bind(root, written, sha256, policies), sha256);
    }

    private Poll poll(Node node, Written.Poll written) {
        return new Poll(java.net.URI.create(written.uri()), seconds(written.every(), 120), AgreementBinder.words(written.hosts()), or(written.most(), 100),
            node.has("secret") ? Optional.of(secret(node, "secret")) : Optional.empty());
    }

    private Sends sends(Node node, Written.Sends written) {
        List<Node> polls = node.children("poll").toList();
        return new Sends(
            written.standards().stream().map(Written.Named::name).collect(Collectors.toSet()),
            written.identities().stream().map(Written.Identity::sender).collect(Collectors.toSet()),
            Optional.ofNullable(written.defaultMark()), Optional.ofNullable(written.defaultStatus()),
            "boilerplate".equals(written.bannerPolicy()), !"lenient".equals(written.checks()), "required".equals(written.signature()),
            node.children("signer").map(signer -> references.certificate(signer.attribute("certificate").orElseThrow()).orElseThrow()).collect(Collectors.toSet()), AgreementBinder.words(written.profile()),
            written.categories().stream().collect(Collectors.toMap(Written.Label::name, Written.Label::label)),
            written.words().stream().collect(Collectors.toMap(Written.Meaning::is, Written.Meaning::means)),
            written.lists().stream().collect(Collectors.toMap(Written.Meaning::is, list -> AgreementBinder.words(list.means()))),
            IntStream.range(0, polls.size()).mapToObj(i -> poll(polls.get(i), written.polls().get(i))).toList());
    }

    private Policy policy(Node root, String sha256) {
        Written.Policy written = xml.bind(root, Written.Policy.class);
        Disclosure discloses = written.discloses() == null ? Disclosure.NOTHING : Disclosure.valueOf(written.discloses().toUpperCase(Locale.ROOT));
        return new Policy(written.name(), written.title(), AgreementBinder.keeps(root), discloses, sha256);
    }

    private static int or(Integer written, int unlessSaid) { return written == null ? unlessSaid : written; }

    private static Duration seconds(Integer written, int unlessSaid) { return Duration.ofSeconds(or(written, unlessSaid)); }

    static String sha256(byte[] bytes) { return HexFormat.of().formatHex(Digests.sha256(bytes)); }
}
