package tearline.engine.marking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainViewTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            (U&#47;&#x2f;LES)            | (U//LES)
            &lpar;U&sol;&sol;LES&rpar;   | (U//LES)
            &#40;U//LES&#41; x           | (U//LES) x
            (<b>U</b>//<i>LES</i>) x     | (U//LES) x
            &amp; &fjlig; &#0; &#xD800;  | & &fjlig; &#0; &#xD800;
            1 < 2 and <U//LES>           | 1 < 2 and <U//LES>
            """)
    void dressIsTakenOff(String written, String seen) {
        assertThat(PlainView.of(written).replaceAll("[\u2060\u2061]", "")).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a<p>b", "a&lt;p&gt;b", "a<br/>b", "a&#10;b", "a&#60;/div&#62;b"})
    void aBlockIsALineOfItsOwn(String written) {
        assertThat(PlainView.of(written).replaceAll("[\u2060\u2061]", "").split("\n+")).containsExactly("a", "b");
    }

    @Test
    void everyCharacterStaysInItsPlace() {
        String written = "<p>(U) a &nbsp;&bull;</p>&lt;br&gt;<b class=\"x\">(U&#47;/LES)</b> b &unknown; & <";
        assertThat(PlainView.of(written)).hasSameSizeAs(written);
        assertThat(new PortionScanner().scan(written)).extracting(Portion::text).containsExactly("(U) a &nbsp;&bull;", "<b class=\"x\">(U&#47;/LES)</b> b &unknown; & <");
    }
}
