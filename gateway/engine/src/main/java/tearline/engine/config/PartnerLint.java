package tearline.engine.config;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What the schema cannot see in a partner's file, the agreements apart. */
final class PartnerLint {

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:]+])(:\\d{1,5})?");
    private final Lint lint;

    PartnerLint(Lint lint) { this.lint = lint; }

    void check(Node partner, String fileName) {
        partner.attribute("name").filter(name -> !name.value().equals(fileName)).ifPresent(name -> name(name, fileName));
        if (!partner.has("sends", "gets")) lint.wrong(partner, "the partner sends nothing and gets nothing", "Add sends, gets, or both; or remove the file.");
        credentials(partner);
        partner.children("sends").forEach(this::sends);
        AgreementLint agreements = new AgreementLint(lint, partner);
        partner.children("gets").forEach(agreements::check);
    }

    private void name(Node.Attribute name, String fileName) {
        if (lint.partners.contains(name.value())) {
            lint.wrong(name, "the partner name \"" + name.value() + "\" is taken", "partners/" + name.value() + ".xml has it. This file's name asks for \"" + fileName + "\".");
        } else if (!name.value().isBlank()) {
            lint.wrong(name, "the partner's name is not the file's", "Write \"" + fileName + "\", or rename the file to " + name.value() + ".xml.");
        }
    }

    private void credentials(Node partner) {
        partner.children("credential").flatMap(credential -> credential.attribute("secret").stream()).forEach(secret ->
            lint.references.digest(secret).ifPresent(digest -> lint.claim(secret, "secret", digest, "Nobody could tell the two apart: make another.")));
        if (partner.has("credential")) return;
        boolean fetched = partner.children("sends").anyMatch(sends -> sends.has("poll")); // it need not come
        if (!fetched) partner.children("sends").forEach(sends -> lint.wrong(sends, "nobody could send as this partner", "It has no credential. Add one before sends."));
        if (partner.value("organisation").equals("public")) return;
        partner.children("gets").flatMap(gets -> gets.children("feed")).forEach(feed ->
            lint.wrong(feed, "nobody could fetch this feed", "The partner has no credential, and only a feed of the public needs none."));
    }

    private void poll(Node poll) {
        poll.attribute("secret").ifPresent(lint.references::secret);
        poll.attribute("uri").ifPresent(uri -> {
            WebAddress.check(lint, uri);
            lint.claim(uri, "feed address", uri.value(), "Each of its alerts would come twice.");
        });
        poll.attribute("hosts").ifPresent(hosts -> hosts.words().stream().filter(host -> !HOST.matcher(host.value()).matches()).forEach(host ->
            lint.wrong(host, "\"" + host.value() + "\" is no host", "Write NAME or NAME:PORT, without scheme and path. There is no host of everything.")));
    }

    private void sends(Node sends) {
        sends.children("standard").flatMap(standard -> standard.attribute("name").stream()).forEach(name -> {
            lint.known(name, "standard", lint.vocabulary.standards(), "No folder in xsd/ has that name.");
            twice(name);
        });
        sends.children("identity").flatMap(identity -> identity.attribute("sender").stream()).forEach(this::identity);
        sends.attribute("defaultMark").ifPresent(lint::mark);
        sends.attribute("signature").filter(signature -> signature.value().equals("required") && !sends.has("signer")).ifPresent(signature ->
            lint.wrong(signature, "a signature is required and nobody's counts", "Name a certificate: <signer certificate=\"file:PATH\"/>."));
        sends.attribute("profile").ifPresent(profile -> profile.words().forEach(name -> lint.known(name, "profile", lint.vocabulary.profiles(), "No folder in xsd/ with a profile.xml has that name.")));
        sends.children("signer").flatMap(signer -> signer.attribute("certificate").stream()).forEach(certificate -> {
            lint.references.certificate(certificate);
            twice(certificate);
        });
        sends.children("category").forEach(category -> {
            category.attribute("name").ifPresent(name -> { lint.category(name); twice(name); });
            category.attribute("label").ifPresent(lint::mark);
        });
        if (!sends.value("bannerPolicy").equals("boilerplate")) {
            sends.child("category").ifPresent(category -> lint.wrong(category, "labels of categories have no effect here",
                "Only bannerPolicy=\"boilerplate\" uses them; otherwise what is unmarked takes the banner."));
        }
        sends.children("poll").forEach(this::poll);
        sends.children("word").forEach(word -> {
            word.attribute("is").ifPresent(this::twice);
            word.attribute("means").ifPresent(lint::mark);
        });
        sends.children("list").forEach(list -> {
            list.attribute("is").ifPresent(this::twice);
            list.attribute("means").ifPresent(means -> means.words().forEach(name ->
                lint.known(name, "partner", lint.partners, "No file in partners/ has that name.")));
        });
    }

    private void identity(Node.Attribute identity) {
        if (identity.value().contains("*")) {
            lint.wrong(identity, "an identity must be whole, without *", "Name each sender that the partner may use: whoever could use any could pose as all.");
        } else {
            lint.claim(identity, "identity", identity.value(), "A message could not be traced to one partner: let one have it.");
        }
    }

    /** Reports what its element repeats: of two, only one could count. */
    private void twice(Node.Attribute said) {
        Set<String> before = new HashSet<>();
        for (Node sibling : said.owner().parent.children(said.owner().name).toList()) {
            if (sibling == said.owner()) break;
            before.add(sibling.value(said.name()));
        }
        if (before.contains(said.value())) lint.wrong(said, said.owner().name + " \"" + said.value() + "\" is named twice", "Remove one of the two.");
    }
}
