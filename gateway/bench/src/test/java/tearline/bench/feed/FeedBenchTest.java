package tearline.bench.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The benchmark runs, small, and what it counts is right; what it times is for a quiet machine. */
class FeedBenchTest {

    @Test
    void partnersWithTheSameViewShareWhatIsWritten() throws Exception {
        var result = FeedBench.run(12_000, 20, 4, 30);

        assertThat(result.renderings()).isEqualTo(4.0);
        assertThat(result.toString()).contains("12,000 records", "20 partners with 4 views", "4.00 times");
    }
}
