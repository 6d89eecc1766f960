package tearline.engine.config;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The files as they are written, element by element; what Jackson binds. An absent attribute is null. */
final class Written {

    private Written() { }

    record Gateway(String name, String sender, Http http, Store store, Limits limits, Key identifierKey, Tls signingKey, Delivery delivery, Feeds feeds, RecordRetention retention,
                   @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "operator") List<Credential> operators) { }

    record Http(String host, int port, String publicUri, Tls tls) { }

    record Tls(String keystore, String password) { }

    record Store(String folder) { }

    record Limits(Integer messageBytes, Integer depth, Integer partsPerMessage) { }

    record Key(String secret) { }

    record Delivery(Integer connectSeconds, Integer requestSeconds, Integer inFlightPerPartner, Integer attempts, Integer firstDelaySeconds, Integer longestDelaySeconds) { }

    record Feeds(Integer minimumPollSeconds, Integer tombstoneDays) { }

    record RecordRetention(@JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "rule") List<RetentionRule> rules) { }

    record RetentionRule(String kind, String determination, String contributor, int maxDays, Integer reviewDays, String action) { }

    record Partner(String name, String title, String organisation, String country, String operatedBy,
                   @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "credential") List<Credential> credentials,
                   Sends sends,
                   @JacksonXmlElementWrapper(useWrapping = false) List<Gets> gets) {
        Partner {
            credentials = orNone(credentials);
            gets = orNone(gets);
        }
    }

    record Credential(String scheme, String secret) { }

    record Sends(String defaultMark, String defaultStatus, String bannerPolicy, String checks, String profile, String signature,
                 @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "standard") List<Named> standards,
                 @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "identity") List<Identity> identities,
                 @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "category") List<Label> categories,
                 @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "word") List<Meaning> words,
                 @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "list") List<Meaning> lists,
                 @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "signer") List<Signer> signers,
                 @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "poll") List<Poll> polls) {
        Sends {
            polls = orNone(polls);
            standards = orNone(standards);
            identities = orNone(identities);
            categories = orNone(categories);
            words = orNone(words);
            lists = orNone(lists);
        }
    }

    record Signer(String certificate) { }

    record Poll(String uri, Integer every, String hosts, Integer most, String secret) { }

    record Named(String name) { }

    record Identity(String sender) { }

    record Label(String name, String label) { }

    record Meaning(String is, String means) { }

    @JsonIgnoreProperties({"keep", "generalize", "drop", "withhold", "mask", "pseudonymize", "swap", "aggregate"}) // Operation reads them
    record Gets(String agreement, int version, String tests, String exercises, String suspended, String maxTlp, String authority, Valid valid,
                @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "contact") List<Contact> contacts,
                @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "address") List<Address> addresses,
                @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "term") List<Term> terms,
                @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "mode") List<Mode> modes,
                @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "product") List<Product> products,
                String grants, String credentials,
                @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "certified") List<Certified> certified,
                Reference policy, String notices, Retention retention, Handling handling,
                @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "http") List<HttpDoor> https,
                @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "folder") List<FolderDoor> folders,
                @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "feed") List<FeedDoor> feeds,
                @JacksonXmlElementWrapper(useWrapping = false) @JacksonXmlProperty(localName = "case") List<Case> cases) {
        Gets {
            products = orNone(products);
            contacts = orNone(contacts);
            addresses = orNone(addresses);
            terms = orNone(terms);
            modes = orNone(modes);
            certified = orNone(certified);
            https = orNone(https);
            folders = orNone(folders);
            feeds = orNone(feeds);
            cases = orNone(cases);
        }
    }

    record Valid(LocalDate from, LocalDate until, LocalDate review) { }

    record Product(String kind, String format, String form, String door, String scopes, String minimumSeverity, String hazards, String profile, String signed,
                   String mode, String purpose, String grants) { }

    record Address(String scheme, String is) { }

    record Term(String list, String is) { }

    record Contact(String role, String is) { }

    record Mode(String name, String purposes, String requires) { }

    record Certified(@JsonProperty("for") String kind, LocalDate until) { }

    record Handling(String onwardSharing, String purgePropagation) { }

    record Activation(String name, String partners, String incident, String mode, String purpose, Instant from, Instant until, String authorisedBy, String reason) { }

    record Emergency(String name, String partner, String incident, String danger, String adds, Instant from, Instant until, String authorisedBy, String reason) { }

    record Reference(String ref) { }

    record Retention(int days) { }

    record HttpDoor(String name, String uri, String secret) { }

    record FolderDoor(String name, String path) { }

    record FeedDoor(String name, String kind) { }

    record Case(String name, String given, String expects,
                @JacksonXmlElementWrapper(useWrapping = false) List<String> never,
                @JacksonXmlElementWrapper(useWrapping = false) List<String> contains) {
        Case {
            never = orNone(never);
            contains = orNone(contains);
        }
    }

    @JsonIgnoreProperties({"keep", "generalize", "drop", "withhold", "mask", "pseudonymize", "swap", "aggregate"}) // Operation reads them
    record Policy(String name, String title, String discloses) { }

    private static <T> List<T> orNone(List<T> list) { return list == null ? List.of() : list; }
}
