package tearline.engine.render;

import java.util.List;
import java.util.Optional;
import tearline.engine.Digests;
import tearline.engine.mapping.Fidelity;
import tearline.engine.plan.Plan;
import tearline.engine.release.Release;

/** One release in every format that its agreements ask for, or the fault that stopped one of them. */
public record Rendered(Release release, List<Made> made) {

    /** The reason code where a format has no words for what is left. */
    public static final String NOTHING_TO_TELL = "NOTHING-TO-TELL";

    /** There was something to say, and no format that was asked for can. */
    public boolean silent() {
        return !made.isEmpty() && made.stream().allMatch(Made::silent);
    }

    /**
     * A product and the entries it is for. Bytes are absent where a fault of ours stopped it.
     *
     * @param original  byte for byte as it came
     * @param asWritten so, or without its remarks: all of it is the sender's, and nothing of ours stands in it, no mark and no notice
     */
    public record Made(String format, String form, String mediaType, String fileName, String digest, byte[] bytes, Cover cover, boolean original, boolean asWritten, Optional<Fidelity> fidelity, String stop, List<Plan.Entry> entries) {

        public boolean stopped() {
            return !stop.isEmpty();
        }

        /** What is left of the record cannot be said in this format: no product, and nobody's fault. */
        public boolean silent() {
            return stop.equals(NOTHING_TO_TELL);
        }

        /** The same with the gateway's signature. */
        public Made signed(byte[] bytes) {
            return new Made(format, form, mediaType, fileName, Digests.sha256(bytes), bytes, cover, false, asWritten, fidelity, stop, entries);
        }

        /** The same without its bytes and what stands beside them, for that may be what stopped it; and the reason code. */
        public Made stoppedBecause(String why) {
            return new Made(format, form, "", "", "", new byte[0], Cover.BLANK, original, asWritten, fidelity, why, entries);
        }
    }
}
