package tearline.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program in a process of its own, on a machine set to another language. */
class LanguageTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"de", "ja", "tr"})
    void whatIsFoundAndAdvisedDoesNotHangOnTheLanguageOfTheMachine(String language) throws IOException {
        var doctype = Files.writeString(folder.resolve("doctype.xml"), "<!DOCTYPE alert><alert/>");
        var alert = Files.readString(Path.of("../../xsd/cap-1.2/samples/01-flood-warning.xml")).replaceFirst("<status>[^<]*<", "<status>Real<");
        var wrong = Files.writeString(folder.resolve("wrong.xml"), alert);
        assertThat(said(language, doctype, wrong)).contains("TL-V004", "Send the document without its DOCTYPE").contains("Use one of: Actual, Exercise, System, Test, Draft.");
    }

    private static String said(String language, Path... files) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Duser.language=" + language,
                "-cp", System.getProperty("java.class.path"), "tearline.server.Tearline", "check"));
        for (var file : files) command.add(file.toString());
        return new String(new ProcessBuilder(command).redirectErrorStream(true).start().getInputStream().readAllBytes(), UTF_8);
    }
}
