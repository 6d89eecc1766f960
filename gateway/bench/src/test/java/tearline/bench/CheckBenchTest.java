package tearline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmark runs and compares like with like; how fast we are is not for a test on a shared machine to say. */
class CheckBenchTest {

    @Test
    void bothSidesReadTheSameFiles() {
        var out = new ByteArrayOutputStream();
        var lines = new CheckBench().run(List.of(Path.of("../../xsd/cap-1.2/samples")), 40, 1, new PrintStream(out));
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.group()).isEqualTo(Subject.Group.PLAIN);
            assertThat(line.documents()).isGreaterThan(10);
            assertThat(line.bare()).isPositive();
            assertThat(line.ours()).isPositive();
        });
        assertThat(out.toString()).contains("ratio", "plain");
    }
}
