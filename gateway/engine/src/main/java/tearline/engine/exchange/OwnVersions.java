package tearline.engine.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tearline.common.Kind;
import tearline.engine.config.Configuration;
import tearline.engine.house.House;
import tearline.engine.mapping.MappingFault;
import tearline.engine.mapping.Mappings;
import tearline.engine.mark.Incoming;
import tearline.engine.mark.Marked;
import tearline.engine.marking.Label;
import tearline.engine.release.Contents;
import tearline.engine.release.Derivative;
import tearline.engine.release.Redactor;
import tearline.engine.render.Renderer;
import tearline.engine.verify.Bounds;
import tearline.engine.verify.Leaving;
import tearline.engine.verify.Verifier;

/** Versions of a record that are written here and not by its sender: the one without persons, and its end. */
public final class OwnVersions {

    /** What a report is written in, whatever it came in: every other format of a report is a layer on it. */
    private static final String REPORT = "niem-sar-6.0";
    private static final String XML = "application/xml";

    /**
     * A document, ready to be read like any other.
     *
     * @param label what it adds up to: as it is read again it must be no less strict
     * @param stop  why it cannot be made; then there are no bytes
     */
    public record Version(byte[] bytes, Label label, Optional<String> stop) {

        static Version stopped(String why) {
            return new Version(new byte[0], Label.nobody(), Optional.of(why));
        }
    }

    private final Mappings mappings;
    private final Redactor redactor;
    private final Renderer renderer;
    private final Verifier verifier;
    private final Set<String> categories;

    public OwnVersions(House house, Configuration configuration) {
        mappings = house.mappings();
        categories = house.categories().names();
        redactor = new Redactor(new Derivative(configuration.gateway().identifierKey().bytes(), configuration.gateway().sender()), house.model());
        renderer = new Renderer(house.mappings(), house.checker(), configuration.gateway().sender());
        verifier = new Verifier(house.shelf(), house.categories());
    }

    /** By the road of every summary, with a view of everything but persons; free text stays where its own marks free it of PRVCY. */
    public Version withoutPrivacy(Marked marked, Instant sent) {
        var labelled = redactor.withoutPrivacy(marked, categories, sent.toString());
        var release = labelled.release();
        if (release.record().isEmpty()) return Version.stopped("nothing would be left of it");
        try {
            var bytes = mappings.fromCommon(REPORT, release.record().get(), Map.of("form", "summary"));
            var bounds = new Bounds(release.secrets(), release.shown(), Optional.empty(), categories, Kind.SAR.value(), release.banner(), List.of(), true, false);
            var stop = renderer.problem(REPORT, bytes).map(any -> "what would be left of it is no valid report")
                    .or(() -> verifier.watch(bounds).stop(new Leaving(bytes, XML, mappings.grammars(REPORT, Kind.SAR.value()), List.of(), false)).map(code -> "what was taken out would still stand in it (" + code + ")"));
            return stop.map(Version::stopped).orElseGet(() -> new Version(bytes, labelled.label(), Optional.empty()));
        } catch (MappingFault fault) {
            return Version.stopped("what would be left of it is no report");
        }
    }

    /** That it is no more, and not a word of it; its name and its submitter bear the mark that they had. */
    public Version end(Marked marked, String id, Instant sent) {
        var label = marked.labels().values().stream().filter(one -> one.category().name().equals("header") || one.category().name().equals("source.identity")).map(Marked.Labelled::label).reduce(Label::join).orElse(Label.nobody()).withoutPrivacy();
        var format = marked.record().header().getKind() == Kind.SAR ? REPORT : marked.incoming().part().standard().orElseThrow().name();
        try {
            var bytes = mappings.fromCommon(format, Contents.end(marked.record(), label, id, sent.toString()), Map.of());
            return renderer.problem(format, bytes).map(Version::stopped).orElseGet(() -> new Version(bytes, label, Optional.empty()));
        } catch (MappingFault fault) {
            return Version.stopped("its standard has no word for its end");
        }
    }
}
