package tearline.engine.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the schema cannot see in an agreement, above all what would deliver nothing or too much. */
final class AgreementLint {

    private static final String CAP = "cap-1.2";
    private final Lint lint;
    private final boolean forThePublic;

    AgreementLint(Lint lint, Node partner) {
        this.lint = lint;
        this.forThePublic = partner.value("organisation").equals("public");
    }

    void check(Node gets) {
        gets.attribute("agreement").ifPresent(urn -> lint.claim(urn, "agreement", urn.value(), "Decisions name it, so it must be unlike any other."));
        gets.child("valid").ifPresent(this::valid);
        gets.children("product").forEach(product -> product(gets, product));
        new ModeLint(lint, gets).check();
        repeated(gets);
        grants(gets);
        new AllowListLint(lint).check(gets);
        gets.child("policy").flatMap(policy -> policy.attribute("ref")).ifPresent(ref ->
            lint.known(ref, "policy", lint.policies.keySet(), "No file in policies/ has that name."));
        gets.children("http", "folder", "feed").forEach(door -> door(gets, door));
        gets.children("case").flatMap(test -> test.attribute("given").stream()).filter(given -> !given.value().isBlank())
            .forEach(given -> lint.references.file(given, given.value()));
    }

    private void valid(Node valid) {
        Optional<LocalDate> from = day(valid.value("from"));
        day(valid.value("until")).filter(until -> from.isPresent() && until.isBefore(from.get())).ifPresent(until ->
            lint.wrong(valid.attribute("until").orElseThrow(), "the agreement ends before it begins", "It begins on " + from.get() + ". Nothing would ever be delivered."));
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException reported) { // by the schema
            return Optional.empty();
        }
    }

    private void product(Node gets, Node product) {
        product.attribute("format").ifPresent(format -> {
            if (lint.known(format, "format", lint.vocabulary.formats(), "No folder in mappings/ makes a format of that name.")) pair(product, format);
        });
        product.attribute("profile").ifPresent(profile -> lint.known(profile, "profile", lint.vocabulary.profiles(), "No folder in xsd/ with a profile.xml has that name."));
        alertsOnly(product);
        signed(product);
        List<Node> doors = gets.children("http", "folder", "feed").toList();
        if (doors.isEmpty()) {
            lint.wrong(product, "the product has no door", "Nothing would ever be delivered. Add http, folder or feed to gets.");
            return;
        }
        doors.stream().filter(door -> door.value("kind").equals("active") && (doors.size() == 1 || door.value("name").equals(product.value("door")))).findFirst()
            .filter(active -> !product.value("format").equals(CAP)).flatMap(active -> product.attribute("format")).ifPresent(format ->
                lint.wrong(format, "an active feed lists CAP alerts only", "Write format=\"" + CAP + "\", or give this product a door of its own."));
        product.attribute("door").ifPresentOrElse(
            door -> lint.known(door, "door", doors.stream().map(one -> one.value("name")).collect(Collectors.toSet()), "The agreement has no door of that name."),
            () -> { if (doors.size() > 1) lint.wrong(product, "the product does not say which door it goes to",
                "Add door=\"…\". Doors here: " + doors.stream().map(door -> door.value("name")).collect(Collectors.joining(", ")) + "."); });
    }

    private void pair(Node product, Node.Attribute format) {
        String kind = product.value("kind");
        Set<String> kinds = lint.vocabulary.kinds(format.value());
        if (List.of("alert", "situation", "sar").contains(kind) && !kinds.contains(kind)) {
            String others = lint.vocabulary.formats().stream().filter(other -> lint.vocabulary.kinds(other).contains(kind)).sorted().collect(Collectors.joining(", "));
            lint.wrong(format, "no " + kind + " ever becomes " + format.value(), (others.isEmpty() ? "No format carries one." : "Formats that carry one: " + others + ".")
                + " " + format.value() + " carries: " + kinds.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        List<String> forms = lint.vocabulary.forms(format.value());
        product.attribute("form").ifPresent(form -> {
            if (!forms.isEmpty()) lint.known(form, "form", forms, format.value() + " has no form of that name.");
            else lint.wrong(form, format.value() + " has no forms", "Remove the attribute form.");
        });
    }

    private void alertsOnly(Node product) {
        if (product.value("kind").equals("alert")) {
            if (product.attribute("scopes").isEmpty()) {
                lint.wrong(product, "an alert product must say its scopes", "Add scopes=\"Public\", or those of Public, Restricted and Private that the agreement means.");
            }
            if (forThePublic) product.attribute("scopes").ifPresent(scopes -> scopes.words().stream().filter(scope -> !scope.value().equals("Public")).forEach(scope ->
                lint.wrong(scope, "the public never gets what is " + scope.value(), "Write scopes=\"Public\".")));
        } else if (List.of("situation", "sar").contains(product.value("kind"))) {
            for (String filter : List.of("scopes", "minimumSeverity", "hazards")) {
                product.attribute(filter).ifPresent(given -> lint.wrong(given, filter + " has no effect on a " + product.value("kind"), "Only alerts have it. Remove it."));
            }
        }
    }

    private void signed(Node product) {
        product.attribute("signed").filter(signed -> signed.value().equals("yes")).ifPresent(signed -> {
            if (!lint.vocabulary.canBeSigned(product.value("format"))) {
                String others = lint.vocabulary.formats().stream().filter(lint.vocabulary::canBeSigned).sorted().collect(Collectors.joining(", "));
                lint.wrong(signed, product.value("format") + " has no room for a signature", "Remove the attribute signed, or choose one of " + others + ".");
            }
            if (!lint.signs) lint.wrong(signed, "there is no key to sign with", "Add signingKey to gateway.xml.");
        });
    }

    private void repeated(Node gets) {
        Set<List<String>> before = new HashSet<>();
        gets.children("product").filter(product -> !before.add(List.of(product.value("kind"), product.value("format"), product.value("form"), product.value("door"), product.value("mode"), product.value("purpose"))))
            .forEach(product -> lint.wrong(product, "this product is named twice", "The partner would get each twice. Remove one, or join their filters."));
    }

    private void grants(Node gets) {
        gets.child("grants").ifPresent(grants -> {
            List<Node.Attribute> words = grants.textWords();
            if (words.isEmpty() && !forThePublic) {
                lint.wrong(grants, "the agreement grants nothing", "Nothing would ever be delivered but what is open to all. Name what the partner is cleared for, such as CTRL FOUO.");
            }
            if (!words.isEmpty() && forThePublic) {
                lint.wrong(grants, "the public holds no grant", "Leave grants empty, or say which organisation it is.");
            }
            words.stream().filter(word -> !Grants.known(lint, word.value())).forEach(word ->
                lint.wrong(word, "the grant \"" + word.value() + "\" is no mark that we know", Grants.advice(lint, word.value())));
        });
    }

    private void door(Node gets, Node door) {
        boolean again = gets.children("http", "folder", "feed").takeWhile(other -> other != door).anyMatch(other -> other.value("name").equals(door.value("name")));
        door.attribute("name").filter(name -> again).ifPresent(name -> lint.wrong(name, "two doors have the name \"" + name.value() + "\"", "Rename one."));
        door.attribute("secret").ifPresent(lint.references::secret);
        door.attribute("path").filter(path -> !path.value().isBlank()).ifPresent(path ->
            lint.claim(path, "folder", path.value(), "Partners must not see each other's products: take another."));
        if (door.name.equals("feed") && !again) door.attribute("name").ifPresent(name -> lint.claim(name, "feed", name.value(), "A feed is one partner's view: take another name."));
        door.attribute("uri").ifPresent(uri -> WebAddress.check(lint, uri));
    }
}
