package tearline.server.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** A configuration that a test writes, partner by partner; everybody's password is its name with "secret-" before it. */
final class ConfigurationFolder {

    private static final String NAMESPACE = "xmlns=\"https://tearline.example/configuration/1.0\"";
    /** What an alert is made of, but for what CAP says is not for the public. */
    static final String ALERT = "reference title narrative instruction event time link contact place.area place.general source.identity";
    static final String WHOLE_ALERT = ALERT + " audience note code parameter";

    final Path path;
    private String http = "<http host=\"127.0.0.1\" port=\"0\"/>";
    private int messageBytes = 200_000;
    private int inFlight = 2;
    private int minimumPoll;

    private ConfigurationFolder(Path path) {
        this.path = path;
    }

    static ConfigurationFolder in(Path path) {
        var folder = new ConfigurationFolder(path);
        folder.write("secrets/identifier.key", "a-key-that-only-this-test-has-0123456789");
        folder.write("secrets/operator.sha256", digestOf("secret-operator"));
        return folder;
    }

    ConfigurationFolder http(String element) {
        http = element;
        return this;
    }

    ConfigurationFolder inFlight(int most) {
        inFlight = most;
        return this;
    }

    ConfigurationFolder minimumPoll(int seconds) {
        minimumPoll = seconds;
        return this;
    }

    ConfigurationFolder messageBytes(int limit) {
        messageBytes = limit;
        return this;
    }

    /** Sends CAP alerts under one identity; marked paragraphs may be cut out of its texts. */
    ConfigurationFolder sender(String name, String identity) {
        return sender(name, identity, "cap-1.2");
    }

    ConfigurationFolder sender(String name, String identity, String... standards) {
        return partner(name, "staff", credential(name) + "<sends defaultMark=\"U//FOUO\" defaultStatus=\"Actual\" bannerPolicy=\"boilerplate\" checks=\"strict\">"
                + Arrays.stream(standards).map(one -> "<standard name=\"" + one + "\"/>").collect(Collectors.joining())
                + "<identity sender=\"" + identity + "\"/></sends>");
    }

    /** Brings nothing: its feeds are fetched. */
    ConfigurationFolder polled(String name, String identity, String... polls) {
        return partner(name, "staff", "<sends defaultMark=\"U//FOUO\" bannerPolicy=\"boilerplate\"><standard name=\"cap-1.2\"/><identity sender=\"" + identity + "\"/>" + String.join("", polls) + "</sends>");
    }

    /** Gets alerts of every scope, of the named categories as far as its grants reach. */
    ConfigurationFolder gets(String name, String options, String product, String grants, String keeps, String door) {
        return partner(name, options.contains("contractor") ? "contractor" : "staff", credential(name) + agreement(name, options.replace("contractor", ""), product, grants, keeps, door));
    }

    ConfigurationFolder getsByHttp(String name, String uri) {
        return gets(name, "", CAP, "CTRL FOUO", WHOLE_ALERT, "<http name=\"push\" uri=\"" + uri + "\"/>");
    }

    /** Anybody. */
    ConfigurationFolder publicFeed(String name, String feed) {
        return publicDoor(name, "", "<feed name=\"" + feed + "\"/>");
    }

    ConfigurationFolder publicDoor(String name, String options, String door) {
        write("partners/" + name + ".xml", "<partner " + NAMESPACE + " name=\"" + name + "\" title=\"Anybody\" organisation=\"public\" country=\"USA\" operatedBy=\"staff\">"
                + agreement(name, options, "<product kind=\"alert\" format=\"cap-1.2\" scopes=\"Public\"/>", "", ALERT, door) + "</partner>");
        return this;
    }

    static final String CAP = "<product kind=\"alert\" format=\"cap-1.2\" scopes=\"Public Restricted Private\"/>";

    private static String agreement(String name, String options, String product, String grants, String keeps, String door) {
        return "<gets agreement=\"urn:agreement:test:" + name + "\" version=\"1\" " + options + "><authority>Memorandum of the test.</authority>"
                + "<valid from=\"2020-01-01\" until=\"2199-12-31\"/>" + product + "<grants>" + grants + "</grants>"
                + Arrays.stream(keeps.split(" ")).map(one -> "<keep category=\"" + one + "\"/>").collect(Collectors.joining()) + door + "</gets>";
    }

    private String credential(String name) {
        write("secrets/" + name + ".sha256", digestOf("secret-" + name));
        return "<credential scheme=\"basic\" secret=\"file:secrets/" + name + ".sha256\"/>";
    }

    private ConfigurationFolder partner(String name, String operatedBy, String inside) {
        write("partners/" + name + ".xml", "<partner " + NAMESPACE + " name=\"" + name + "\" title=\"The " + name + "\" organisation=\"slt\" country=\"USA\" operatedBy=\"" + operatedBy + "\">" + inside + "</partner>");
        return this;
    }

    /** The last file: now the folder can be read. */
    Path written() {
        write("gateway.xml", "<gateway " + NAMESPACE + " name=\"tearline-test\" sender=\"gateway@tearline.example\">" + http + "<store folder=\"data\"/>"
                + "<limits messageBytes=\"" + messageBytes + "\"/><identifierKey secret=\"file:secrets/identifier.key\"/>"
                + "<delivery connectSeconds=\"2\" requestSeconds=\"5\" inFlightPerPartner=\"" + inFlight + "\" attempts=\"12\" firstDelaySeconds=\"1\" longestDelaySeconds=\"5\"/>"
                + "<feeds minimumPollSeconds=\"" + minimumPoll + "\"/><operator scheme=\"basic\" secret=\"file:secrets/operator.sha256\"/></gateway>");
        return path;
    }

    void write(String file, String text) {
        try {
            Files.createDirectories(path.resolve(file).getParent());
            Files.writeString(path.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digestOf(String secret) {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
