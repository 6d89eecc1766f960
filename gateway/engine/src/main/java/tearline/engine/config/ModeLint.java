package tearline.engine.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the schema cannot see in the modes of an agreement, and in the products that are owed only then. */
final class ModeLint {

    private final Lint lint;
    private final Node gets;
    private final List<Node> modes;

    ModeLint(Lint lint, Node gets) {
        this.lint = lint;
        this.gets = gets;
        this.modes = gets.children("mode").toList();
    }

    void check() {
        once("mode", "name");
        once("contact", "role");
        once("certified", "for");
        gets.children("product").forEach(this::product);
    }

    private void once(String element, String attribute) {
        Set<String> before = new HashSet<>();
        gets.children(element).flatMap(one -> one.attribute(attribute).stream()).filter(said -> !before.add(said.value()))
            .forEach(said -> lint.wrong(said, element + " \"" + said.value() + "\" is named twice", "Remove one of the two."));
    }

    private void product(Node product) {
        Node mode = product.attribute("mode").flatMap(name -> {
            lint.known(name, "mode", modes.stream().map(one -> one.value("name")).collect(Collectors.toSet()), "The agreement has no mode of that name.");
            return modes.stream().filter(one -> one.value("name").equals(name.value())).findFirst();
        }).orElse(null);
        product.attribute("purpose").ifPresent(purpose -> {
            if (product.attribute("mode").isEmpty()) lint.wrong(purpose, "a purpose without a mode has no effect", "Add the mode that has this purpose.");
            else if (mode != null) lint.known(purpose, "purpose", Word.of(mode.value("purposes")).stream().map(Word::text).toList(), "The mode has no purpose of that name.");
        });
        product.attribute("grants").ifPresent(grants -> grants(product, grants, mode));
    }

    private void grants(Node product, Node.Attribute grants, Node mode) {
        if (product.attribute("mode").isEmpty() || mode != null && !mode.value("requires").equals("incident")) {
            lint.wrong(grants, "grants of its own need a mode that requires an incident", "Outside an activation the agreement's grants hold for all.");
        }
        grants.words().stream().filter(word -> !Grants.known(lint, word.value())).forEach(word ->
            lint.wrong(word, "the grant \"" + word.value() + "\" is no mark that we know", Grants.advice(lint, word.value())));
        Set<String> own = grants.words().stream().map(Node.Attribute::value).collect(Collectors.toSet());
        List<String> less = gets.child("grants").stream().flatMap(all -> all.textWords().stream()).map(Node.Attribute::value).filter(word -> !own.contains(word)).toList();
        if (!less.isEmpty()) lint.wrong(grants, "an activation would give less: " + String.join(" ", less), "Name here all that the agreement grants, and what the activation adds.");
    }
}
