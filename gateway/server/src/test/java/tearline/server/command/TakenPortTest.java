package tearline.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port that is taken already is said in one sentence, and nothing of what runs there is touched. */
class TakenPortTest {

    @TempDir
    private Path temporary;

    @Test
    void aGatewayThatCannotListenNamesThePortAndTheSettingAndEndsWithTheCodeOfAFailure() throws Exception {
        var county = CountyFolder.in(temporary.resolve("county"));
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var gateway = county.path().resolve("gateway.xml");
            Files.writeString(gateway, Files.readString(gateway).replaceAll("(<http [^>]*port=\")[^\"]*", "$1" + taken.getLocalPort()));
            var said = Said.by("run", county.path().toString());
            assertThat(said.exit()).isEqualTo(Exit.WE_FAILED);
            assertThat(said.err().strip()).isEqualTo("tearline: port " + taken.getLocalPort() + " of 127.0.0.1 cannot be listened on: another program listens there. Stop it, or change the port of http in gateway.xml.");
        }
    }

    @Test
    void aDemoThatFindsItsPortTakenLeavesTheStoreOfTheOtherAsItIs() throws Exception {
        var home = temporary.resolve("home");
        var demo = Path.of("../../samples/demo");
        try (var files = Files.walk(demo)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = home.resolve("samples/demo").resolve(demo.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        var kept = home.resolve("samples/demo/data/of-the-other");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, "");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var gateway = home.resolve("samples/demo/gateway.xml");
            Files.writeString(gateway, Files.readString(gateway).replace("\"8080\"", "\"" + taken.getLocalPort() + "\""));
            var said = Said.by("demo", "--once", "--home", home.toString());
            assertThat(said.exit()).isEqualTo(Exit.WE_FAILED);
            assertThat(said.err().lines()).singleElement().asString().contains("port " + taken.getLocalPort() + " of 127.0.0.1").contains("Stop it, or change");
            assertThat(kept).exists();
        }
    }
}
