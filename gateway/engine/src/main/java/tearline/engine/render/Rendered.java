package tearline.engine.render;

import java.util.List;
import java.util.Optional;
import tearline.engine.Digests;
import tearline.engine.mapping.Fidelity;
import tearline.engine.plan.Plan;
import tearline.engine.release.Release;

/** One release in every format that its agreements ask for, or the fault that stopped one of them. */
public record Rendered(Release release, List<Made> made) {

    /** A product and the entries it is for. Bytes are absent where a fault of ours stopped it. */
    public record Made(String format, String form, String mediaType, String fileName, String digest, byte[] bytes, boolean original, Optional<Fidelity> fidelity, String stop, List<Plan.Entry> entries) {

        public boolean stopped() {
            return !stop.isEmpty();
        }

        /** The same with the gateway's signature. */
        public Made signed(byte[] bytes) {
            return new Made(format, form, mediaType, fileName, Digests.sha256(bytes), bytes, false, fidelity, stop, entries);
        }

        /** The same without its bytes, and the reason code. */
        public Made stoppedBecause(String why) {
            return new Made(format, form, mediaType, fileName, "", new byte[0], original, fidelity, why, entries);
        }
    }
}
