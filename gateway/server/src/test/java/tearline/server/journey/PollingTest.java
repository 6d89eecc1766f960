package tearline.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a reader may ask. */
class PollingTest {

    @Test
    void whoAsksTooSoonForNothingNewIsToldToWait(@TempDir Path folder) throws Exception {
        try (var impatient = RunningGateway.start(ConfigurationFolder.in(folder).minimumPoll(600).sender("metro", Alert.SENDER).publicFeed("anybody", "public"))) {
            for (var id : List.of("a", "b")) impatient.as("metro").post(Alert.numbered(id).text());
            impatient.settle();
            var first = impatient.asAnybody().get("/feeds/public?limit=1");
            var second = impatient.asAnybody().get(FeedTest.link(first, "next"));
            assertThat(second.status()).as("pages lead on without waiting").isEqualTo(200);
            var since = FeedTest.link(second, "https://tearline.example/rel/since");
            assertThat(impatient.asAnybody().get(since).status()).isEqualTo(200);
            var again = impatient.asAnybody().get(since);
            assertThat(again.status()).isEqualTo(429);
            assertThat(Integer.parseInt(again.header("Retry-After"))).isBetween(1, 600);
            impatient.as("metro").post(Alert.numbered("c").text());
            impatient.settle();
            assertThat(impatient.asAnybody().get(since).status()).as("something new is never held back").isEqualTo(200);
        }
    }
}
