package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client script in samples/clients keeps a folder in step with a running gateway's feed. */
class FollowerTest {

    private static final Path SCRIPT = Path.of("../../samples/clients/follow.py");
    @TempDir
    Path folder;
    @TempDir
    Path inbox;

    @Test
    void theFolderFollowsUpsertsTombstonesAndAFreshStart() throws Exception {
        var configuration = ConfigurationFolder.in(folder).sender("metro", Alert.SENDER)
                .gets("watch", "", ConfigurationFolder.CAP, "CTRL FOUO", ConfigurationFolder.WHOLE_ALERT, "<feed name=\"watch\"/>");
        try (var gateway = RunningGateway.start(configuration)) {
            for (int i = 1; i <= 60; i++) post(gateway, "follow-" + i);
            gateway.settle();
            assertThat(follow(gateway)).isEqualTo("60 came, 0 went, 60 here");
            assertThat(files()).hasSize(60).containsValue(Alert.numbered("follow-7").text());
            assertThat(follow(gateway)).isEqualTo("0 came, 0 went, 60 here");

            post(gateway, "follow-61");
            gateway.settle();
            gateway.asOperator().post("/operate/purge/follow-7?reason=test", "");
            assertThat(follow(gateway)).isEqualTo("1 came, 1 went, 60 here");
            assertThat(files()).hasSize(60).doesNotContainValue(Alert.numbered("follow-7").text());
            gateway.asOperator().post("/operate/purge/follow-8?reason=test", "");
        }
        // Another version of the agreement: every cursor is void.
        configuration.write("partners/watch.xml", Files.readString(folder.resolve("partners/watch.xml")).replace("version=\"1\"", "version=\"2\""));
        try (var gateway = RunningGateway.start(folder)) {
            assertThat(follow(gateway)).isEqualTo("59 came, 1 went, 59 here, started anew");
            assertThat(files()).hasSize(59).doesNotContainValue(Alert.numbered("follow-8").text());
        }
    }

    private static void post(RunningGateway gateway, String id) {
        assertThat(gateway.as("metro").post(Alert.numbered(id).text()).status()).isEqualTo(202);
    }

    private String follow(RunningGateway gateway) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of("python3", SCRIPT.toString(), "http://127.0.0.1:" + gateway.port() + "/feeds/watch", inbox.toString(), "--user", "watch")).redirectErrorStream(true);
        builder.environment().put("FEED_SECRET", "secret-watch");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.list(inbox)) {
            for (var file : all.toList()) if (!file.getFileName().toString().startsWith(".")) files.put(file.getFileName().toString(), Files.readString(file));
        }
        return files;
    }
}
