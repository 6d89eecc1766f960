package tearline.engine.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the schema cannot see in an activation or an emergency release, above all what would last, or open, more than was meant. */
final class OverlayLint {

    private static final Duration LONGEST_ACTIVATION = Duration.ofDays(90);
    private static final Duration LONGEST_EMERGENCY = Duration.ofHours(72);

    private final Lint lint;
    /** By partner: its agreements. */
    private final Map<String, List<Node>> gets;

    OverlayLint(Lint lint, Map<String, List<Node>> gets) {
        this.lint = lint;
        this.gets = gets;
    }

    void check(Node overlay, String fileName) {
        overlay.attribute("name").filter(name -> !name.value().isBlank() && !name.value().equals(fileName)).ifPresent(name ->
            lint.wrong(name, "the name is not the file's", "Write \"" + fileName + "\", or rename the file to " + name.value() + ".xml."));
        boolean emergency = overlay.name.equals("emergency");
        lasts(overlay, emergency ? LONGEST_EMERGENCY : LONGEST_ACTIVATION);
        overlay.attribute(emergency ? "partner" : "partners").ifPresent(partners -> partners.words().forEach(partner -> {
            if (!lint.known(partner, "partner", lint.partners, "No file in partners/ has that name.")) return;
            if (gets.getOrDefault(partner.value(), List.of()).isEmpty()) lint.wrong(partner, partner.value() + " has no agreement", "Who gets nothing gets no more of it.");
            else if (!emergency) mode(overlay, partner);
        }));
        if (emergency) overlay.attribute("adds").ifPresent(this::adds);
    }

    private void lasts(Node overlay, Duration longest) {
        Optional<Instant> from = moment(overlay.value("from"));
        Optional<Instant> until = moment(overlay.value("until"));
        if (from.isEmpty() || until.isEmpty()) return;
        Node.Attribute end = overlay.attribute("until").orElseThrow();
        if (!until.get().isAfter(from.get())) lint.wrong(end, "it ends before it begins", "It begins at " + from.get() + ".");
        else if (Duration.between(from.get(), until.get()).compareTo(longest) > 0) lint.wrong(end, "it lasts longer than " + (longest.toDays() > 3 ? longest.toDays() + " days" : longest.toHours() + " hours"),
            "End it by " + from.get().plus(longest) + "; whoever still needs it says so again.");
    }

    private static Optional<Instant> moment(String written) {
        try {
            return Optional.of(Instant.parse(written));
        } catch (DateTimeException reported) { // by the schema
            return Optional.empty();
        }
    }

    private void mode(Node activation, Node.Attribute partner) {
        List<Node> modes = gets.get(partner.value()).stream().flatMap(one -> one.children("mode")).filter(mode -> mode.value("requires").equals("incident")).toList();
        Node.Attribute mode = activation.attribute("mode").orElse(null);
        if (mode == null) return;
        if (!lint.known(mode, "mode", modes.stream().map(one -> one.value("name")).toList(), "No agreement of " + partner.value() + " has a mode of that name that requires an incident.")) return;
        activation.attribute("purpose").ifPresent(purpose -> lint.known(purpose, "purpose",
            modes.stream().filter(one -> one.value("name").equals(mode.value())).flatMap(one -> Word.of(one.value("purposes")).stream()).map(Word::text).toList(),
            "The mode " + mode.value() + " of " + partner.value() + " has no such purpose."));
    }

    private void adds(Node.Attribute adds) {
        if (adds.words().isEmpty()) lint.wrong(adds, "it adds nothing", "Name each grant that it adds, such as LES.");
        adds.words().stream().filter(grant -> grant.value().startsWith("OWNER:") || !Grants.known(lint, grant.value()) || grant.value().equals(Grants.EVERY_BASIC)).forEach(grant ->
            lint.wrong(grant, "\"" + grant.value() + "\" is no grant that an emergency can add", Grants.advice(lint, grant.value())));
    }
}
