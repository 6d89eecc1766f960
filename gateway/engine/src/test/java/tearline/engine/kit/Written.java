package tearline.engine.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A configuration folder that a test writes: the gateway and its keys, and a file for each partner. */
public record Written(Path folder) {

    /** With what every gateway needs. */
    public static Written gateway(Path folder, String name) {
        return new Written(folder).file("gateway.xml", """
            <gateway xmlns="https://tearline.example/configuration/1.0" name="%s" sender="gateway@tearline.example">
              <http host="127.0.0.1" port="0"/><store folder="data"/><identifierKey secret="file:secrets/identifier.key"/>
            </gateway>""".formatted(name))
                .file("secrets/identifier.key", "0123456789abcdef0123456789abcdef\n")
                .file("secrets/any.sha256", "sha256:" + "a1".repeat(32) + "\n");
    }

    public Written partner(String name, String who, String body) {
        return file("partners/" + name + ".xml", "<partner xmlns='https://tearline.example/configuration/1.0' name='%s' title='%s' %s>%s</partner>".formatted(name, name, who, body));
    }

    public Written file(String name, String text) {
        try {
            var target = folder.resolve(name);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
