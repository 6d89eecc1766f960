package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sender is told: a receipt for what is durable, and for everything else a code, a place and advice. */
class AnswersTest {

    @TempDir
    static Path folder;
    private static RunningGateway gateway;
    private static Client metro;

    @BeforeAll
    static void start() throws Exception {
        gateway = RunningGateway.start(ConfigurationFolder.in(folder).messageBytes(20_000)
                .sender("metro", Alert.SENDER).sender("river", "watch@river.example", "edxl-sitrep-1.0").publicFeed("anybody", "public"));
        metro = gateway.as("metro");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void anAlertGetsAReceiptThatNamesItsParts() {
        var answer = metro.post(Alert.numbered("receipt-1").text());

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.id()).startsWith("m-");
        assertThat(answer.json().path("standard").asText()).isEqualTo("cap-1.2");
        assertThat(answer.json().path("parts")).hasSize(1);
        assertThat(answer.json().path("parts").get(0).path("verdict").asText()).isEqualTo("accepted");
        assertThat(metro.get("/messages/" + answer.id()).json().path("id").asText()).isEqualTo(answer.id());
    }

    @Test
    void anEnvelopeGetsAVerdictForEachPart() {
        var stranger = "<gauge xmlns=\"https://river.example/gauge\"><level>3.42</level></gauge>";
        var answer = metro.post(Alert.inEnvelope("MIX-1", Alert.numbered("mix-1").element(), stranger));

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().path("standard").asText()).isEqualTo("edxl-de-2.0");
        assertThat(answer.json().path("parts").get(0).path("verdict").asText()).isEqualTo("accepted");
        assertThat(answer.json().path("parts").get(1).path("verdict").asText()).isEqualTo("refused");
        assertThat(answer.json().path("parts").get(1).path("code").asText()).isEqualTo("TL-U001");
    }

    @Test
    void theSameOnceMoreGetsTheFirstReceipt() {
        var first = metro.post(Alert.numbered("again-1").text());
        var second = metro.post(Alert.numbered("again-1").text());

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.json().path("received")).isEqualTo(first.json().path("received"));
    }

    @Test
    void theSameWrittenWithOtherWhiteSpaceInItsTagsIsStillTheSame() {
        var first = metro.post(Alert.numbered("again-2").text());
        var second = metro.post(Alert.numbered("again-2").text().replace("<status>", "<status >").replace("<alert ", "<alert\n   "));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void theSameInANewEnvelopeGetsTheFirstReceipt() {
        var first = metro.post(Alert.numbered("again-3").inEnvelope("NEW-1"));
        var second = metro.post(Alert.numbered("again-3").inEnvelope("NEW-2"));

        assertThat(first.status()).as(first.body()).isEqualTo(202);
        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void otherContentUnderTheSameIdentityIsAConflict() {
        metro.post(Alert.numbered("conflict-1").text());
        var other = metro.post(Alert.numbered("conflict-1").headline("Another headline").text());

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().path("code").asText()).isEqualTo("TL-D001");
        assertThat(other.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void theSameInstantWrittenWithAnotherOffsetIsTheSameIdentity() {
        metro.post(Alert.numbered("conflict-2").text());
        var other = metro.post(Alert.numbered("conflict-2").text().replace("06:10:00-08:00", "09:10:00-05:00"));

        assertThat(other.status()).isEqualTo(409);
    }

    @Test
    void anInvalidAlertIsToldLineColumnPathAndAdvice() {
        var answer = metro.post(Alert.numbered("invalid-1").status("Perhaps").text());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("TL-V002");
        var finding = answer.json().path("findings").get(0);
        assertThat(finding.path("line").asInt()).isEqualTo(6);
        assertThat(finding.path("column").asInt()).isPositive();
        assertThat(finding.path("path").asText()).contains("status");
        assertThat(finding.path("message").asText()).isNotBlank().doesNotContain("Perhaps");
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }

    @Test
    void brokenXmlIsToldWhereItBreaks() {
        var answer = metro.post(Alert.numbered("broken-1").text().replace("</headline>", "</headlin>"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("TL-V001");
        assertThat(answer.json().path("findings").get(0).path("line").asInt()).isEqualTo(17);
        assertThat(answer.json().path("findings").get(0).path("column").asInt()).isPositive();
    }

    @Test
    void aDoctypeIsRefusedByName() {
        var answer = metro.post(Alert.numbered("doctype-1").text().replace("<alert ", "<!DOCTYPE alert [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<alert ").replace("Low town", "&x;"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("TL-V004");
        assertThat(answer.body()).doesNotContain("root:");
    }

    @Test
    void tooMuchIsTooLarge() {
        var answer = metro.post(Alert.numbered("large-1").description("x".repeat(30_000)).text());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("code").asText()).isEqualTo("TL-S001");
    }

    @Test
    void theLimitItselfIsNotTooLarge() {
        var text = Alert.numbered("large-2").text();
        var filled = text + " ".repeat(20_000 - text.length());

        assertThat(metro.post(filled).status()).isEqualTo(202);
        assertThat(metro.post(filled.replace("large-2", "large-3") + " ").status()).isEqualTo(413);
    }

    @Test
    void aDocumentOfNoKnownStandardIsAnUnsupportedType() {
        var answer = metro.post("<order xmlns=\"https://shop.example/1\"/>");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().path("code").asText()).isEqualTo("TL-U001");
    }

    @Test
    void withoutValidCredentialsNothingIsRead() {
        for (var client : new Client[] {gateway.asAnybody(), gateway.asAnybody().with("Authorization", "Basic bWV0cm86d3Jvbmc="), gateway.asAnybody().with("Authorization", "Bearer nothing"),
                gateway.asAnybody().with("Authorization", "Basic %%%"), gateway.asAnybody().with("Authorization", "Digest x"), gateway.as("nobody-known")}) {
            var answer = client.post(Alert.numbered("unknown-1").text());
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().path("code").asText()).isEqualTo("TL-A001");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
        }
    }

    @Test
    void anIdentityOfSomebodyElseIsForbidden() {
        var answer = metro.post(Alert.numbered("foreign-1").from("watch@river.example").text());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("code").asText()).isEqualTo("TL-A003");
    }

    @Test
    void aStandardThatThePartnerFileDoesNotListIsForbidden() {
        var answer = gateway.as("river").post(Alert.numbered("foreign-2").from("watch@river.example").text());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("findings").get(0).path("message").asText()).contains("cap-1.2");
    }

    @Test
    void anOperatorIsNoSender() {
        var answer = gateway.asOperator().post(Alert.numbered("operator-1").text());

        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.json().path("code").asText()).isEqualTo("TL-A003");
    }

    @Test
    void whoAsksForXmlGetsXml() {
        var xml = metro.with("Accept", "application/xml");
        var receipt = xml.post(Alert.numbered("xml-1").text());
        var refusal = xml.post(Alert.numbered("xml-2").status("Perhaps").text());

        assertThat(receipt.status()).isEqualTo(202);
        assertThat(receipt.header("Content-Type")).startsWith("application/xml");
        assertThat(receipt.body()).contains("<answer>").contains("<id>m-").contains("<verdict>accepted</verdict>");
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.header("Content-Type")).startsWith("application/problem+xml");
        assertThat(refusal.body()).contains("<code>TL-V002</code>").contains("<line>6</line>");
        assertThat(gateway.asAnybody().with("Accept", "application/xml").post("x").body()).contains("<code>TL-A001</code>");
    }

    @Test
    void bytesThatAreNoXmlAtAllAreTheSendersMistake() {
        for (var bytes : new byte[][] {{}, {0, 1, 2, 3}, "plain words".getBytes(StandardCharsets.UTF_8), {(byte) 0xff, (byte) 0xfe, 0}, Alert.numbered("latin-1").headline("Caf\u00e9").text().getBytes(StandardCharsets.ISO_8859_1)}) {
            var answer = metro.with("Content-Type", "application/xml").send("POST", "/messages", BodyPublishers.ofByteArray(bytes));
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.json().path("code").asText()).isEqualTo("TL-V001");
        }
    }

    /** Bytes changed at random: whatever the sender did, it is the sender's mistake, and it is told so. */
    @Test
    void noDamageToADocumentIsOurFault() {
        long seed = Long.getLong("tearline.seed", System.nanoTime());
        var random = new Random(seed);
        var known = Set.of(200, 202, 400, 403, 409, 413, 415);
        for (int round = 0; round < 150; round++) {
            var text = round % 2 == 0 ? Alert.numbered("damage-" + round).text() : Alert.numbered("damage-" + round).inEnvelope("DAMAGE-" + round);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(3); change >= 0; change--) bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? 32 + random.nextInt(95) : random.nextInt(256));
            var answer = metro.with("Content-Type", "application/xml").send("POST", "/messages", BodyPublishers.ofByteArray(bytes));
            assertThat(known).as("seed %d, round %d: %s", seed, round, answer.body()).contains(answer.status());
            assertThat(answer.body()).isNotBlank();
        }
    }

    @Test
    void aPathThatClimbsOutOfAnOpenFolderOpensNothing() throws Exception {
        for (var path : new String[] {"/feeds/../attention", "/soap/../attention", "/soap/%2e%2e/attention", "/health/../attention", "/feeds/..;/attention", "/feeds/%2e%2e/messages", "//attention", "/soap/../messages/m-1/explain"}) {
            for (var method : new String[] {"GET", "POST"}) {
                assertThat(raw(method, path)).as(method + " " + path).containsPattern("^HTTP/1.1 40[0145] ").doesNotContain("ledger");
            }
        }
    }

    /** Java's own client would tidy the path up before sending it. */
    private static String raw(String method, String path) throws Exception {
        try (var socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Another process holds the database: the receipt would be a lie, so there is none. */
    @Test
    void whileTheStoreCannotWriteTheSenderIsToldWhenToComeBack() throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + gateway.data().resolve("tearline.db")); var lock = other.createStatement()) {
            lock.execute("BEGIN IMMEDIATE");
            var answer = metro.post(Alert.numbered("locked-1").text());
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
            assertThat(answer.json().path("code").asText()).isEqualTo("TL-X001");
            assertThat(gateway.asAnybody().get("/health").status()).isEqualTo(503);
            lock.execute("ROLLBACK");
        }
        Wait.until("the store writes again", () -> gateway.asAnybody().get("/health").status() == 200);
        assertThat(metro.post(Alert.numbered("locked-1").text()).status()).isEqualTo(202);
    }
}
