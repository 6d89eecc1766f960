package tearline.engine.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the parts of the lint share: how they report, and what they may ask. */
final class Lint {

    final Vocabulary vocabulary;
    final References references;
    final List<String> partners;
    final Map<String, Node> policies;
    /** Whether the gateway has a key to sign with. */
    final boolean signs;
    private final Consumer<Problem> problems;
    private final Map<String, Node.Attribute> claims = new HashMap<>();

    Lint(Vocabulary vocabulary, References references, List<String> partners, Map<String, Node> policies, boolean signs, Consumer<Problem> problems) {
        this.vocabulary = vocabulary;
        this.references = references;
        this.partners = partners;
        this.policies = policies;
        this.signs = signs;
        this.problems = problems;
    }

    void wrong(Node.Attribute culprit, String message, String advice) {
        problems.accept(culprit.owner().source.problem(culprit.valueAt(), message, advice));
    }

    void wrong(Node culprit, String message, String advice) {
        problems.accept(culprit.source.problem(culprit.at, message, advice));
    }

    /** Reports a name that is none of the right ones. */
    boolean known(Node.Attribute name, String what, Collection<String> right, String where) {
        if (name.value().isBlank() || right.contains(name.value())) return true; // the schema speaks of blanks
        wrong(name, "unknown " + what + " \"" + name.value() + "\"", where + " " + Nearest.advice(name.value(), right));
        return false;
    }

    void category(Node.Attribute name) {
        known(name, "category", vocabulary.categories(), "The common model has no information category of that name.");
    }

    void mark(Node.Attribute mark) {
        if (mark.value().isBlank() || vocabulary.understandsMark(mark.value())) return;
        wrong(mark, "the mark \"" + mark.value() + "\" is not understood", "What it marks would go to nobody. Write one such as U//FOUO, CUI//LEI/PRVCY or TLP:AMBER.");
    }

    /** Reports what only one can have and somebody else has already. */
    void claim(Node.Attribute claimed, String what, String key, String advice) {
        Node.Attribute first = claims.putIfAbsent(what + " " + key, claimed);
        if (first == null) return;
        Problem there = first.owner().source.problem(first.valueAt(), "", "");
        wrong(claimed, "the " + what + " is claimed twice", "It is claimed in " + there.file() + ":" + there.line() + ":" + there.column() + " already. " + advice);
    }
}
