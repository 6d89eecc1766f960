package tearline.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.Finding;
import tearline.engine.Severity;
import tearline.engine.xml.Signatures;
import tearline.engine.xml.Trust;

/** Tells what the signatures of a document come to. None refuses by itself: processors must not reject only because they cannot verify (CAP 1.2 §3.3.4.1). */
final class SignatureFindings {

    private SignatureFindings() {}

    /** @param where the first signature; empty where there is none */
    static List<Finding> of(byte[] bytes, Trust trust, String clause, Optional<XdmNode> where) {
        var findings = new ArrayList<Finding>();
        var statuses = Signatures.of(bytes, trust);
        for (var status : statuses) {
            findings.add(switch (status) {
                case VALID_TRUSTED -> finding("SIG-5", Severity.INFO, "the signature fits the document, and its key is one that the sender's file trusts", clause, "Nothing is to be done.");
                case VALID_UNTRUSTED -> finding("SIG-0", Severity.INFO, "the signature fits the document; its key is not one that is trusted for this sender", clause, "Give the gateway's operator the certificate, to pin it in your file.");
                case VALID_AFTER_NORMALISATION -> finding("SIG-1", Severity.INFO, "the signature fits the document without the white space between its elements", clause, "Sign what you send, after it was formatted.");
                case WEAK_ALGORITHM -> finding("SIG-4", Severity.WARNING, "the signature fits, but it was made with SHA-1, which can be forged", clause, "Sign with SHA-256 or stronger.");
                case INVALID -> finding("SIG-2", Severity.WARNING, "the signature does not fit the document", clause, "Send the document as it was signed, or without a signature.");
                case UNVERIFIABLE -> finding("SIG-3", Severity.WARNING, "the signature cannot be verified: its key, its algorithms, its number or its form are not among those that are", clause,
                        "Sign the whole document once, enveloped, with a canonicalization and no other transform, and put the certificate into it.");
            });
        }
        if (trust.required() && !statuses.contains(Signatures.Status.VALID_TRUSTED)) {
            findings.add(required(clause));
        }
        return where.map(signature -> findings.stream().map(finding -> finding.at(signature.getLineNumber(), signature.getColumnNumber(), Paths.of(signature.getUnderlyingNode()))).toList()).orElse(findings);
    }

    static Finding required(String clause) {
        return finding(Checker.SIGNATURE_REQUIRED, Severity.ERROR, "the sender's file requires a signature by a trusted key, and the document bears none that counts", clause, "Sign the document with the agreed key.");
    }

    private static Finding finding(String rule, Severity severity, String message, String clause, String advice) {
        return new Finding(rule, severity, -1, -1, "/", message, clause, advice);
    }
}
