package tearline.engine.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.saxon.s9api.XdmNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tearline.engine.Digests;
import tearline.engine.Finding;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.check.Checker;
import tearline.engine.check.Demands;
import tearline.engine.mapping.Mapping;
import tearline.engine.mapping.MappingFault;
import tearline.engine.mapping.Mappings;
import tearline.engine.plan.Plan;
import tearline.engine.plan.View;
import tearline.engine.release.Release;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.XmlReader;

/** Renders a release in each format that is asked for, once, and checks the product against that format's schema. */
public final class Renderer {

    private static final Logger LOG = LoggerFactory.getLogger(Renderer.class);
    private static final Finding NO_SUCH_PRODUCT = new Finding("PROFILE", Severity.ERROR, -1, -1, "/", "the product is in another standard than the profile", "", "Choose a format that the profile is for.");
    private final Mappings mappings;
    private final Checker checker;
    private final String gateway;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, JsonSchema> jsonSchemas = new ConcurrentHashMap<>();

    /** Gateway is the sender that envelopes of our own making name. */
    public Renderer(Mappings mappings, Checker checker, String gateway) {
        this.mappings = mappings;
        this.checker = checker;
        this.gateway = gateway;
    }

    public Rendered render(Release release) {
        record Wanted(String format, boolean signed) {}
        var byFormat = new LinkedHashMap<Wanted, List<Plan.Entry>>();
        for (var entry : release.group().entries()) {
            byFormat.computeIfAbsent(new Wanted(entry.product().format(), entry.product().signed()), any -> new ArrayList<>()).add(entry);
        }
        var made = new ArrayList<Rendered.Made>();
        if (release.record().isPresent()) byFormat.forEach((wanted, entries) -> made.add(make(release, wanted.format(), entries)));
        return new Rendered(release, List.copyOf(made));
    }

    /** What a product, or the one that it wraps, lacks of a profile; of a product in another standard, that it is none of it. */
    public List<Finding> lacking(String profile, byte[] product) {
        try {
            var checked = checker.check(product);
            var parts = checked.match().standard().parts();
            if (parts.isEmpty()) return lacking(profile, checked);
            var all = new ArrayList<Finding>();
            for (var part : parts.get().evaluate(Saxon.root(checked.document()))) all.addAll(lacking(profile, checker.check((XdmNode) part, Demands.NONE)));
            return all;
        } catch (Refusal noXml) {
            return List.of(NO_SUCH_PRODUCT);
        }
    }

    private List<Finding> lacking(String profile, Checker.Checked checked) {
        if (!checker.isProfileOf(profile, checked.match().standard())) return List.of(NO_SUCH_PRODUCT);
        return checker.profileRulesBrokenBy(profile, checked.document()).stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    }

    private Rendered.Made make(Release release, String format, List<Plan.Entry> entries) {
        var writer = mappings.find(format).flatMap(Mapping::fromCommon).orElseThrow();
        var form = form(release, writer);
        var name = "tl-" + Digests.sha256((release.documentId() + format).getBytes(java.nio.charset.StandardCharsets.UTF_8)).substring(0, 20) + "." + writer.extension();
        var blank = new Rendered.Made(format, form, writer.mediaType(), name, "", new byte[0], Cover.BLANK, false, false, Optional.empty(), "", entries);
        try {
            var original = original(release, format);
            boolean asItCame = original.isPresent() && (writer.mediaType().endsWith("json") || !XmlReader.hasRemarks(original.get()));
            // A comment has no label, and so nobody may see it; the rest of such a document stands as it came.
            var bytes = asItCame ? original.get() : original.isPresent() ? Saxon.withoutRemarks(release.group().marked().incoming().part().document()) : mappings.fromCommon(format, release.record().get(), Map.of("form", form, "mark-status", "true", "gateway", gateway));
            var problem = asItCame ? Optional.<String>empty() : problem(writer, bytes);
            if (problem.isPresent()) {
                LOG.error("{} product of {} is not valid: {}", format, release.group().marked().incoming().messageId(), problem.get());
                return blank.stoppedBecause("PRODUCT-NOT-VALID");
            }
            var fidelity = mappings.fidelity(format, release.group().marked().record().header().getKind().value(), release.record().get());
            return new Rendered.Made(format, form, writer.mediaType(), name, Digests.sha256(bytes), bytes, Cover.of(release, writer, bytes), asItCame, original.isPresent(), fidelity, "", entries);
        } catch (MappingFault fault) {
            if (fault.isNothingToTell()) return blank.stoppedBecause(Rendered.NOTHING_TO_TELL);
            LOG.error("{} product of {}: {}", format, release.group().marked().incoming().messageId(), fault.getMessage());
            return blank.stoppedBecause("MAPPING-FAILED");
        }
    }

    /** The form that is agreed, or a summary where the view may see nothing that identifies a person; a pointer has none of its own. */
    private static String form(Release release, Mapping.FromCommon writer) {
        var agreed = release.group().view().form();
        if (writer.forms().isEmpty()) return "";
        return !agreed.equals(View.POINTER) && !release.detailed() && writer.forms().contains("summary") ? "summary" : agreed;
    }

    /** Where nothing had to be dropped, nobody knows it by another name and the status is as written, the source's own bytes leave, signature included (design §3.5). */
    private static Optional<byte[]> original(Release release, String format) {
        var marked = release.group().marked();
        var header = marked.record().header();
        boolean same = release.whole() && marked.incoming().ahead() == 0 && release.documentId().equals(header.getId()) && header.getStandard().equals(format) && marked.status().equals("Actual")
                && (header.getStatus() == null || header.getStatus().value().equals("Actual"));
        return same ? Optional.of(marked.incoming().original()) : Optional.empty();
    }

    /** What is wrong with bytes that claim to be of a format. */
    public Optional<String> problem(String format, byte[] bytes) {
        return problem(mappings.find(format).flatMap(Mapping::fromCommon).orElseThrow(), bytes);
    }

    private Optional<String> problem(Mapping.FromCommon writer, byte[] bytes) {
        return writer.checkStandard().isPresent() ? xmlProblem(writer.checkStandard().get(), bytes) : jsonProblem(writer.checkJsonSchema().orElseThrow(), bytes);
    }

    /** The path only: findings hold no values, and logs no payload. */
    private Optional<String> xmlProblem(String standard, byte[] bytes) {
        try {
            var checked = checker.check(bytes);
            if (!checked.match().standard().name().equals(standard)) return Optional.of("it is a " + checked.match().standard().name());
            var problem = problem(checked);
            if (problem.isPresent() || checked.match().standard().parts().isEmpty()) return problem;
            for (var part : checked.match().standard().parts().get().evaluate(Saxon.root(checked.document()))) { // an envelope, and what is in it
                var inner = problem(checker.check((XdmNode) part, Demands.NONE));
                if (inner.isPresent()) return inner;
            }
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    private static Optional<String> problem(Checker.Checked checked) {
        return checked.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).findFirst().map(finding -> finding.rule() + " " + finding.path() + " " + finding.message());
    }

    private Optional<String> jsonProblem(String schema, byte[] bytes) {
        try {
            JsonNode tree = json.readTree(bytes);
            return jsonSchemas.computeIfAbsent(schema, this::jsonSchema).validate(tree).stream().findFirst().map(message -> message.getInstanceLocation() + " " + message.getType());
        } catch (IOException e) {
            return Optional.of("it is no JSON");
        }
    }

    private JsonSchema jsonSchema(String path) {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json.readTree(mappings.shelf().get(path)));
        } catch (IOException e) {
            throw new IllegalStateException("The JSON Schema " + path + " cannot be read", e);
        }
    }
}
