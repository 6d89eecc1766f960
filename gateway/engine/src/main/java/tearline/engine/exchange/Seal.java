package tearline.engine.exchange;

import java.util.Optional;
import tearline.engine.config.GatewaySettings;
import tearline.engine.mapping.Mapping;
import tearline.engine.mapping.Mappings;
import tearline.engine.render.Rendered;
import tearline.engine.render.Renderer;
import tearline.engine.xml.Signer;

/** Signs what an agreement wants signed, after it was verified, and looks once more: what was verified leaves, with a signature that fits, and nothing else. */
final class Seal {

    private final Optional<Signer> signer;
    private final Renderer renderer;
    private final Mappings mappings;

    Seal(Optional<GatewaySettings.Tls> key, Renderer renderer, Mappings mappings) {
        this.mappings = mappings;
        this.signer = key.map(one -> Signer.open(one.keystore(), one.password().reveal().toCharArray()));
        this.renderer = renderer;
    }

    /** What is its sender's own bytes, signed by that sender, keeps that signature: ours would add nothing. */
    Rendered.Made on(Rendered.Made made) {
        if (made.stopped() || !made.entries().get(0).product().signed() || made.original() && Signer.isSigned(made.bytes())) return made;
        if (signer.isEmpty()) return made.stoppedBecause("NO-SIGNING-KEY");
        var place = mappings.find(made.format()).flatMap(Mapping::fromCommon).flatMap(Mapping.FromCommon::signature);
        if (place.isEmpty()) return made.stoppedBecause("NO-PLACE-FOR-A-SIGNATURE");
        var signed = signer.get().sign(made.bytes(), place.get());
        boolean right = signer.get().signed(signed, place.get()) && Signer.addsOnlySignature(made.bytes(), signed, place.get()) && renderer.problem(made.format(), signed).isEmpty();
        return right ? made.signed(signed) : made.stoppedBecause("SIGNATURE-NOT-VALID");
    }
}
