package tearline.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tearline.server.feed.Cursors.Place;

/** A cursor says nothing to whoever reads it, and opens only where it was given. */
class CursorsTest {

    private final Cursors cursors = new Cursors("a-key-that-only-this-test-has".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "35,35", "36,1", "4711,9999999", "9223372036854775807,9223372036854775807"})
    void whatWasSealedOpensAgainAndIsAsLongAsAnyOther(long position, long quiet) {
        var cursor = cursors.seal(new Place(position, quiet), "view");
        assertThat(cursors.open(cursor, "view")).hasValue(new Place(position, quiet));
        assertThat(cursor).hasSize(59).matches("[A-Za-z0-9_-]+");
        assertThat(cursors.open(cursor, "another view")).isEmpty();
    }

    @Test
    void theSamePlaceIsTheSameText() {
        assertThat(cursors.seal(new Place(7, 0), "view")).isEqualTo(cursors.seal(new Place(7, 0), "view")).isNotEqualTo(cursors.seal(new Place(7, 0), "other"));
    }

    @Test
    void oneChangedLetterOpensNothing() {
        var cursor = cursors.seal(new Place(41, 3), "view");
        for (int i = 0; i < cursor.length() - 1; i++) {
            var forged = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
            assertThat(cursors.open(forged, "view")).as(forged).isEmpty();
        }
    }

    @Test
    void neighboursHaveNothingInCommon() {
        var beginnings = new HashSet<String>();
        for (int i = 0; i < 1000; i++) beginnings.add(cursors.seal(new Place(i, 0), "view").substring(0, 8));
        assertThat(beginnings).hasSize(1000);
    }
}
