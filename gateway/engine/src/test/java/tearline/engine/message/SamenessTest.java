package tearline.engine.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tearline.engine.message.Wrapped.alert;
import static tearline.engine.message.Wrapped.inDe1;
import static tearline.engine.message.Wrapped.inSoap;

import java.util.List;
import org.junit.jupiter.api.Test;
import tearline.engine.kit.Shipped;

/** The same content is the same however it is written, and other content is not. */
class SamenessTest {

    @Test
    void aMessageIsTheSameAsItself() {
        assertThat(same(alert("A"), alert("A"))).isTrue();
        assertThat(same(inDe1(alert("A")), inDe1(alert("A")))).isTrue();
    }

    @Test
    void howItIsWrittenMakesNoDifference() {
        var prefixed = alert("A").replaceAll("<(/?)(\\w)", "<$1c:$2").replace("xmlns=", "xmlns:c=");
        assertThat(same(alert("A"), alert("A").replace("<alert ", "<alert\n   "))).isTrue();
        assertThat(same(alert("A"), "<?xml version='1.0'?><!-- sent again -->" + alert("A"))).isTrue();
        assertThat(same(alert("A"), alert("A").replace("Met", "<![CDATA[Met]]>"))).isTrue();
        assertThat(same(alert("A"), prefixed)).as("a prefix belongs to the canonical form").isFalse();
    }

    @Test
    void anEnvelopeSentAnewWithTheSameContentIsTheSame() {
        var again = inDe1(alert("A")).replace("DE-1", "DE-2").replace("18:06:00", "19:06:00");
        assertThat(same(inDe1(alert("A")), again)).isTrue();
        assertThat(same(inDe1(alert("A")), inDe1(alert("A")).replace("<xmlContent>", "\n<xmlContent>"))).isTrue();
    }

    @Test
    void otherContentIsNotTheSame() {
        assertThat(same(alert("A"), alert("A").replace("Severe", "Minor"))).isFalse();
        assertThat(same(alert("A"), alert("A").replace("Mill Street", "Mill  Street"))).isFalse();
        assertThat(same(inDe1(alert("A")), inDe1(alert("A").replace("Severe", "Minor")))).isFalse();
    }

    @Test
    void anEnvelopeThatMarksOrPlansOtherwiseIsNotTheSame() {
        assertThat(same(inDe1(alert("A")), inDe1("Exercise", "UNCLASSIFIED", List.of(), alert("A")))).isFalse();
        assertThat(same(inDe1(alert("A")), inDe1("Actual", "U//FOUO", List.of(), alert("A")))).isFalse();
        assertThat(same(inDe1(alert("A")), inDe1("Actual", "UNCLASSIFIED", List.of("U//FOUO"), alert("A")))).isFalse();
        assertThat(same(alert("A"), inDe1("Actual", "U//FOUO", List.of(), alert("A")))).isFalse();
    }

    @Test
    void twoIdentitiesAreTwoMessagesWhateverTheOffsetOfTheirTime() {
        assertThat(key(alert("A"))).isNotEqualTo(key(alert("B")));
        assertThat(key(alert("A"))).isEqualTo(key(alert("A").replace("2026-11-24T18:05:00-05:00", "2026-11-24T23:05:00-00:00")));
        assertThat(key(inSoap(alert("A")))).isEqualTo(key(alert("A")));
    }

    private static String key(String text) {
        return read(text).parts().get(0).identityKey().orElseThrow();
    }

    private static boolean same(String a, String b) {
        Message one = read(a), other = read(b);
        return Sameness.same(one, one.parts().get(0), other, other.parts().get(0));
    }

    private static Message read(String text) {
        return Shipped.HOUSE.reader(false).read(text.getBytes(UTF_8));
    }
}
