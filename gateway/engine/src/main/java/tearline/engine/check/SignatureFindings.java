package tearline.engine.check;

import java.util.ArrayList;
import java.util.List;
import tearline.engine.Finding;
import tearline.engine.Severity;
import tearline.engine.xml.Signatures;

/** Tells what the signatures of a document come to. None refuses: processors must not reject only because they cannot verify (CAP 1.2 §3.3.4.1). */
final class SignatureFindings {

    private SignatureFindings() {}

    static List<Finding> of(byte[] bytes, String clause) {
        var findings = new ArrayList<Finding>();
        for (var status : Signatures.of(bytes)) {
            findings.add(switch (status) {
                case VALID -> finding("SIG-0", Severity.INFO, "the signature fits the document; whether its key is trusted is not checked", clause, "");
                case VALID_AFTER_NORMALISATION -> finding("SIG-1", Severity.INFO, "the signature fits the document without the white space between its elements", clause, "Sign what you send, after it was formatted.");
                case INVALID -> finding("SIG-2", Severity.WARNING, "the signature does not fit the document", clause, "Send the document as it was signed, or without a signature.");
                case UNVERIFIABLE -> finding("SIG-3", Severity.WARNING, "the signature cannot be verified: its key, its algorithms or its form are not among those that are", clause, "");
            });
        }
        return findings;
    }

    private static Finding finding(String rule, Severity severity, String message, String clause, String advice) {
        return new Finding(rule, severity, -1, -1, "/Signature", message, clause, advice);
    }
}
