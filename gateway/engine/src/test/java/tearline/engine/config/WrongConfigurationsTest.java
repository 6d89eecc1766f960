package tearline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Puts each wrong file into an otherwise good configuration, and expects the report that stands beside it. */
class WrongConfigurationsTest {

    private static final Path WRONG = Path.of("src/test/resources/tearline/engine/config");

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> everyWrongFileIsExplainedInTheWordsBesideIt() throws IOException {
        return Files.list(WRONG).filter(file -> file.toString().endsWith(".xml")).sorted()
            .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> explains(file)));
    }

    private void explains(Path file) throws IOException {
        String text = Files.readString(file);
        GoodFolder folder = GoodFolder.in(temporary.resolve(file.getFileName().toString()));
        folder.write(text.contains("<gatew") ? "gateway.xml" : text.contains("<policy xmlns") ? "policies/wrong.xml" : text.contains("<activation") ? "activations/wrong.xml" : text.contains("<emergency") ? "emergencies/wrong.xml" : "partners/wrong.xml", text);

        ConfigurationMistakes mistakes = catchThrowableOfType(ConfigurationMistakes.class, () -> folder.reader(Map.of("TOKEN", "t")).read(folder.path()));

        Path expected = Path.of(file.toString().replace(".xml", ".problems.txt"));
        assertThat(mistakes).as("the configuration was read").isNotNull();
        assertThat(mistakes.getMessage() + "\n").isEqualTo(Files.readString(expected));
    }
}
