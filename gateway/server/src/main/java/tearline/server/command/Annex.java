package tearline.server.command;

import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tearline.engine.config.Agreement;
import tearline.engine.config.Operation;
import tearline.engine.config.Partner;
import tearline.engine.config.Product;
import tearline.engine.marking.Tlp;

/** An agreement in plain words, so that those who sign it read what the machine enforces; the digest ties the page to the file. */
final class Annex {

    private Annex() {}

    static String of(Partner partner) {
        var page = new StringBuilder("# What ").append(partner.title()).append(" gets\n\n");
        if (partner.agreements().isEmpty()) page.append("Nothing: it has no agreement.\n");
        partner.agreements().forEach(agreement -> page.append(of(partner, agreement)));
        return page.append("SHA-256 of the file partners/").append(partner.name()).append(".xml: ").append(partner.sha256()).append("\n").toString();
    }

    private static String of(Partner partner, Agreement agreement) {
        var page = new StringBuilder();
        line(page, "Agreement " + agreement.id() + ", version " + agreement.version() + (agreement.suspended() ? ". It is suspended: nothing leaves under it." : "."));
        line(page, "It rests on: " + agreement.authority());
        line(page, "It holds from " + agreement.validFrom() + " until " + agreement.validUntil() + ", both days included"
                + agreement.review().map(day -> ", and is to be reviewed by " + day).orElse("") + ". Afterwards nothing leaves but what is public.");
        line(page, partner.title() + " counts as " + partner.organisation().replace("slt", "state, local or tribal government") + " in " + partner.country() + ", and its receiving system is run by " + (partner.operatedBy().equals("staff") ? "its own staff." : "a contractor."));
        new TreeMap<>(agreement.contacts()).forEach((role, who) -> line(page, "Contact, " + role + ": " + who + "."));
        new TreeMap<>(agreement.modes()).forEach((name, mode) -> line(page, "Mode " + name + ", for " + String.join(", ", new TreeSet<>(mode.purposes()))
                + (mode.requiresIncident() ? ". It holds only while an activation names an incident, and for that incident." : ".")));
        page.append("## It gets\n\n");
        agreement.products().forEach(product -> page.append("- ").append(product(product)).append('\n'));
        page.append("\n## It is cleared for\n\n");
        line(page, agreement.grants().isEmpty() ? "Nothing that is controlled." : String.join(", ", new TreeSet<>(agreement.grants())) + ". Nothing that bears another control.");
        line(page, "Traffic Light Protocol: up to " + Tlp.print(agreement.maxTlp()) + ".");
        if (!agreement.credentials().isEmpty()) line(page, "Certified for " + String.join(", ", new TreeSet<>(agreement.credentials())) + ".");
        new TreeMap<>(agreement.certified()).forEach((name, day) -> line(page, "Certified for " + name + " until " + day + "."));
        page.append("## Of each message it gets\n\n");
        new TreeMap<>(agreement.keeps()).forEach((category, operation) -> page.append("- ").append(category).append(": ").append(words(operation)).append('\n'));
        page.append("- everything else: nothing\n\n");
        agreement.retainDays().ifPresent(days -> line(page, "It may keep what it got for " + days + " days."));
        if (!agreement.handling().onwardSharing().isEmpty()) line(page, "Onward sharing: " + agreement.handling().onwardSharing().replace('-', ' ') + ".");
        if (agreement.handling().purgePropagation()) line(page, "What is purged here it purges, too.");
        if (!agreement.notices().isEmpty()) line(page, "Copies with such content bear the notices: " + String.join(", ", new TreeSet<>(agreement.notices())) + ".");
        return page.toString();
    }

    private static String product(Product product) {
        var text = new StringBuilder(product.kind()).append(" as ").append(product.format());
        if (!product.form().isEmpty()) text.append(", ").append(product.form());
        if (!product.scopes().isEmpty()) text.append(", of scope ").append(String.join(" or ", new TreeSet<>(product.scopes())));
        product.minimumSeverity().ifPresent(severity -> text.append(", at least ").append(severity));
        if (!product.hazards().isEmpty()) text.append(", of hazard ").append(String.join(" or ", new TreeSet<>(product.hazards())));
        if (!product.when().mode().isEmpty()) text.append(", in mode ").append(product.when().mode());
        if (!product.when().purpose().isEmpty()) text.append(" for ").append(product.when().purpose());
        product.when().grants().ifPresent(grants -> text.append(", then cleared for ").append(grants.stream().sorted().collect(Collectors.joining(" "))));
        return text.toString();
    }

    private static String words(Operation operation) {
        if (operation instanceof Operation.Generalize coarse) return "only as coarse as " + coarse.to();
        if (operation instanceof Operation.Withhold || operation instanceof Operation.Mask) return "that there is something, and no more";
        if (operation instanceof Operation.Pseudonymize) return "a pseudonym";
        if (operation instanceof Operation.Swap) return "a neutral name";
        if (operation instanceof Operation.Aggregate) return "a rough number";
        return "as it is, where its mark allows";
    }

    private static void line(StringBuilder page, String text) {
        page.append(text).append("\n\n");
    }
}
