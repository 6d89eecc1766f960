package tearline.engine.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.Digests;
import tearline.engine.Refusal;
import tearline.engine.Severity;
import tearline.engine.config.Configuration;
import tearline.engine.exchange.Exchange;
import tearline.engine.house.House;
import tearline.engine.mark.Realities;
import tearline.engine.marking.Banner;
import tearline.engine.marking.Label;
import tearline.engine.marking.Level;
import tearline.engine.model.Binding;
import tearline.engine.model.HiddenValue;
import tearline.engine.plan.Plan;
import tearline.engine.verify.Bounds;
import tearline.engine.verify.Leaving;
import tearline.engine.verify.Verifier;
import tearline.engine.xml.Saxon;

/** Puts the draft of a situation report together from what one partner may see of an incident's messages, and from nothing else. */
public final class RollUp {

    private static final String FORMAT = "edxl-sitrep-1.0";
    private static final String STYLESHEET = "mappings/edxl-sitrep-1.0/roll-up.xsl";
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final Pattern BLANK = Pattern.compile("\\[blank: ([^\\]]+)\\]");

    /** Who asks: an operator knows which messages belong to the incident, a partner only where its own releases say so. */
    public enum Asker { OPERATOR, PARTNER }

    private final House house;
    private final Sources sources;
    private final byte[] key;
    private final String sender;
    private final Verifier verifier;

    public RollUp(House house, Configuration configuration, Exchange exchange) {
        this.house = house;
        this.verifier = new Verifier(house.shelf(), house.categories());
        this.sources = new Sources(exchange, verifier);
        this.key = configuration.gateway().identifierKey().bytes();
        this.sender = configuration.gateway().sender();
    }

    /** Nothing where the partner may see nothing of it. The plans are those of every accepted part that names the incident, latest first. */
    public Optional<Draft> draft(String incident, String partner, Asker asker, List<Plan> plans, Instant now) {
        var released = new ArrayList<>(sources.releases(partner, Current.of(plans, now)));
        if (asker == Asker.PARTNER) released.removeIf(source -> !source.incidents().contains(incident));
        var used = sources.keepingSecrets(released);
        if (used.isEmpty()) return Optional.empty();
        var label = Label.rollUp(used.stream().map(Sources.Source::label).toList());
        var banner = label.level() == Level.PUBLIC ? "" : Banner.of(label);
        var status = used.stream().map(source -> source.release().group().marked().status()).reduce(Realities::least).orElseThrow();
        var id = identifier(incident, partner, used);
        var record = house.mappings().compose(STYLESHEET, together(id, status, banner, used, now));
        var bytes = house.mappings().fromCommon(FORMAT, record, Map.of("mark-status", "true"));
        inspect(bytes, released);
        var cited = used.stream().map(source -> cited(source)).toList();
        return Optional.of(new Draft(id, banner, status, bytes, cited, blanks(record), released.size() - used.size()));
    }

    private static Draft.Cited cited(Sources.Source source) {
        var incoming = source.release().group().marked().incoming();
        return new Draft.Cited(incoming.messageId(), incoming.part().index(), source.release().documentId(), source.release().banner());
    }

    /** The same sources for the same partner are the same draft. */
    private String identifier(String incident, String partner, List<Sources.Source> used) {
        var names = new ArrayList<>(List.of("roll-up", incident, partner));
        used.forEach(source -> names.add(source.release().documentId()));
        return "tl-" + Digests.keyed(key, names.toArray(String[]::new));
    }

    private XdmNode together(String id, String status, String banner, List<Sources.Source> used, Instant now) {
        try {
            var writer = Saxon.newWriter();
            writer.writeStartDocument();
            writer.writeStartElement("", "rollUp", Binding.NAMESPACE);
            writer.writeDefaultNamespace(Binding.NAMESPACE);
            writer.writeAttribute("id", id);
            writer.writeAttribute("sender", sender);
            writer.writeAttribute("sent", OFFSET.format(now.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)));
            writer.writeAttribute("status", status);
            for (var line : banner.isEmpty() ? List.<String>of() : List.of(banner.split(" \\| "))) {
                writer.writeStartElement("", "banner", Binding.NAMESPACE);
                writer.writeCharacters(line);
                writer.writeEndElement();
            }
            int number = 0;
            for (var source : used) {
                writer.writeStartElement("", "source", Binding.NAMESPACE);
                writer.writeAttribute("number", Integer.toString(++number));
                writer.writeAttribute("banner", source.release().banner().isEmpty() ? "PUBLIC" : source.release().banner());
                Saxon.copy(Saxon.root(source.release().record().orElseThrow()), writer);
                writer.writeEndElement();
            }
            writer.writeEndElement();
            writer.writeEndDocument();
            return writer.getDocumentNode();
        } catch (XMLStreamException | SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As every product is: valid in its standard, and nothing in it that any of the sources withholds. */
    private void inspect(byte[] bytes, List<Sources.Source> released) {
        try {
            var wrong = house.checker().check(bytes).findings().stream().filter(finding -> finding.severity() == Severity.ERROR).findFirst();
            if (wrong.isPresent()) throw new DraftStopped("PRODUCT-NOT-VALID " + wrong.get().rule() + " " + wrong.get().path());
        } catch (Refusal refusal) {
            throw new DraftStopped("PRODUCT-NOT-VALID");
        }
        var secrets = new HashSet<HiddenValue>();
        released.forEach(source -> secrets.addAll(source.release().secrets()));
        verifier.stop(new Leaving(bytes, "application/xml", FORMAT, List.of(), false), Bounds.of(secrets)).ifPresent(stop -> { throw new DraftStopped(stop); });
    }

    private static List<String> blanks(XdmNode record) {
        return BLANK.matcher(record.getStringValue()).results().map(found -> found.group(1)).distinct().toList();
    }
}
