package tearline.engine;

import java.util.List;

/** A message or part is declined: its sender is told why, and it is never retried. */
public final class Refusal extends RuntimeException {

    private final Code code;
    private final transient List<Finding> findings;

    /** What a finding does not advise, the code does. */
    public Refusal(Code code, List<Finding> findings) {
        super(code.id() + " " + code.sentence(), null, false, false);
        this.code = code;
        this.findings = findings.stream().map(finding -> finding.advice().isEmpty() ? finding.advising(code.advice()) : finding).toList();
    }

    public Refusal(Code code) {
        this(code, List.of());
    }

    public Code code() { return code; }

    public List<Finding> findings() { return findings; }
}
