package tearline.engine.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import tearline.engine.Code;

/** The page of refusals: every code, its HTTP status, what it says and what the sender should do. */
final class RefusalsPage {

    private static final String HEAD = """
            # Refusals

            <!-- Made from the enum tearline.engine.Code by ReferencePagesTest. Change that, not this. -->

            Every reason for which a message is declined has a code that never changes its meaning. Over HTTP the answer is
            `application/problem+json` (or `application/problem+xml` where `Accept` asks for XML): `type` is `urn:tearline:problem:` and
            the code, `code` the code alone, `detail` the advice, `id` the entry in the journal, and `findings` say where: rule, line,
            column, path, clause and advice. Over SOAP it is a fault with the same code in its detail. `tearline check` prints the same
            codes. No answer quotes a value of the document.

            A finding bears the id of the rule it comes from, such as `CAP-REF-1`: that rule stands in `xsd/STANDARD/rules/`.
            """;

    private static final Map<Character, String> FAMILIES = families();

    private RefusalsPage() {}

    static String text() {
        var page = new StringBuilder(HEAD);
        char family = 0;
        for (var code : Code.values()) {
            if (code.id().charAt(3) != family) {
                family = code.id().charAt(3);
                page.append("\n## ").append(FAMILIES.getOrDefault(family, "Family " + family)).append("\n\n| code | HTTP | the message … | what to do |\n|---|---|---|---|\n");
            }
            page.append("| `").append(code.id()).append("` | ").append(code.status()).append(" | ").append(code.sentence()).append(" | ").append(code.advice()).append(" |\n");
        }
        return page.toString();
    }

    private static Map<Character, String> families() {
        var families = new LinkedHashMap<Character, String>();
        families.put('V', "V: the document is wrong");
        families.put('U', "U: the standard is not taken");
        families.put('A', "A: the sender may not");
        families.put('D', "D: it clashes with what came before");
        families.put('S', "S: it is too large");
        families.put('C', "C: it is marked too high");
        families.put('X', "X: the gateway is at fault");
        return families;
    }
}
