package tearline.engine.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A small configuration without a mistake, to which a test adds one. */
record GoodFolder(Path path) {

    static GoodFolder in(Path path) throws IOException {
        GoodFolder folder = new GoodFolder(path);
        folder.write("gateway.xml", """
            <gateway xmlns="https://tearline.example/configuration/1.0" name="good" sender="gateway@good.example">
              <http host="127.0.0.1" port="0"/>
              <store folder="data"/>
              <identifierKey secret="file:secrets/identifier.key"/>
            </gateway>
            """);
        folder.write("partners/neighbour.xml", """
            <partner xmlns="https://tearline.example/configuration/1.0" name="neighbour" title="Neighbour" organisation="slt" country="USA" operatedBy="staff">
              <credential scheme="basic" secret="file:secrets/neighbour.sha256"/>
              <sends><standard name="cap-1.2"/><identity sender="alerts@neighbour.example"/></sends>
              <gets agreement="urn:agreement:neighbour" version="1">
                <authority>Mutual aid.</authority>
                <valid from="2026-01-01" until="2027-12-31"/>
                <product kind="alert" format="cap-1.2" scopes="Public"/>
                <grants>CTRL FOUO</grants>
                <keep category="event"/>
                <feed name="neighbour-alerts"/>
              </gets>
            </partner>
            """);
        folder.write("policies/coarse.xml", """
            <policy xmlns="https://tearline.example/configuration/1.0" name="coarse" title="No exact place or time" discloses="presence">
              <keep category="event"/>
              <generalize category="place.exact" to="county"/>
              <generalize category="time" to="day"/>
            </policy>
            """);
        folder.write("secrets/neighbour.sha256", "sha256:" + "a1".repeat(32) + "\n");
        folder.write("secrets/wrong.sha256", "sha256:" + "b2".repeat(32) + "\n");
        folder.write("secrets/plain.sha256", "hunter2\n");
        folder.write("secrets/short.sha256", "sha256:abc\n");
        folder.write("secrets/short.key", "short\n");
        folder.write("secrets/empty.token", "\n");
        folder.write("secrets/identifier.key", "0123456789abcdef0123456789abcdef\n");
        folder.write("messages/flood.xml", "<alert/>\n");
        return folder;
    }

    GoodFolder write(String file, String text) throws IOException {
        Path target = path.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
        return this;
    }

    ConfigurationReader reader(Map<String, String> environment) { return new ConfigurationReader(new KnownNames(), environment::get); }
}
