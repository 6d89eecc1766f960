package tearline.engine.exchange;

import java.util.Collection;
import java.util.Optional;
import tearline.engine.config.GatewaySettings;
import tearline.engine.render.Rendered;
import tearline.engine.render.Renderer;
import tearline.engine.verify.Verifier;
import tearline.engine.xml.Signer;

/** Signs what an agreement wants signed, after it was verified, and verifies it once more with the signature on it. */
final class Seal {

    private final Optional<Signer> signer;
    private final Renderer renderer;
    private final Verifier verifier;

    Seal(Optional<GatewaySettings.Tls> key, Renderer renderer, Verifier verifier) {
        this.signer = key.map(one -> Signer.open(one.keystore(), one.password().reveal().toCharArray()));
        this.renderer = renderer;
        this.verifier = verifier;
    }

    /** What is its sender's own bytes, signed by that sender, keeps that signature: ours would add nothing. */
    Rendered.Made on(Rendered.Made made, Collection<String> secrets) {
        if (made.stopped() || !made.entries().get(0).product().signed() || made.original() && Signer.isSigned(made.bytes())) return made;
        if (signer.isEmpty()) return made.stoppedBecause("NO-SIGNING-KEY");
        var signed = signer.get().sign(made.bytes());
        if (!signer.get().signed(signed) || renderer.problem(made.format(), signed).isPresent()) return made.stoppedBecause("SIGNATURE-NOT-VALID");
        return verifier.stop(signed, made.mediaType(), made.fileName(), secrets).map(made::stoppedBecause).orElseGet(() -> made.signed(signed));
    }
}
