package tearline.engine.config;

import java.math.BigInteger;

/** What the schema cannot see in gateway.xml. */
final class GatewayLint {

    private final Lint lint;

    GatewayLint(Lint lint) { this.lint = lint; }

    void check(Node gateway) {
        gateway.child("http").ifPresent(this::http);
        gateway.child("identifierKey").flatMap(key -> key.attribute("secret")).ifPresent(lint.references::key);
        gateway.child("signingKey").ifPresent(key -> new SigningKeyLint(lint).check(key));
        gateway.children("operator").flatMap(operator -> operator.attribute("secret").stream()).forEach(lint.references::digest);
        gateway.child("delivery").ifPresent(this::delivery);
        gateway.child("retention").ifPresent(retention -> retention.children("rule").forEach(rule -> retention(retention, rule)));
    }

    private void http(Node http) {
        http.child("tls").ifPresent(tls -> {
            tls.attribute("keystore").ifPresent(lint.references::readable);
            tls.attribute("password").ifPresent(lint.references::secret);
        });
        http.attribute("publicUri").ifPresent(uri -> WebAddress.check(lint, uri));
        http.attribute("host").filter(host -> !host.value().isBlank() && !http.has("tls") && !Loopback.is(host.value())).ifPresent(host ->
            lint.wrong(host, "plain HTTP on " + host.value() + ", which others can reach", "Add tls, or listen on 127.0.0.1 behind something that has it."));
    }

    private void delivery(Node delivery) {
        String first = delivery.value("firstDelaySeconds");
        String longest = delivery.value("longestDelaySeconds");
        if (!first.matches("\\d+") || !longest.matches("\\d+")) return;
        if (new BigInteger(first).compareTo(new BigInteger(longest)) <= 0) return;
        lint.wrong(delivery.attribute("firstDelaySeconds").orElseThrow(), "the first delay is longer than the longest", "Let firstDelaySeconds be at most longestDelaySeconds.");
    }

    private void retention(Node all, Node rule) {
        String most = rule.value("maxDays");
        boolean strips = rule.value("action").equals("strip-privacy");
        if (strips && !rule.value("kind").equals("sar")) {
            lint.wrong(rule.attribute("action").orElseThrow(), "only a suspicious activity report has privacy to strip", "Let kind be sar, or action be purge.");
        }
        if (!strips && all.children("rule").anyMatch(GatewayLint::stripsEveryReport)) return; // what is kept speaks of nobody
        if (!rule.value("kind").equals("sar") || !most.matches("\\d+") || new BigInteger(most).compareTo(BigInteger.valueOf(RetentionRule.LONGEST)) <= 0) return;
        lint.wrong(rule.attribute("maxDays").orElseThrow(), "a record that may speak of persons is kept for more than five years", "Let maxDays be at most " + RetentionRule.LONGEST + " (28 CFR 23.20(h)); a review can prolong it.");
    }

    private static boolean stripsEveryReport(Node rule) {
        return rule.value("kind").equals("sar") && rule.value("action").equals("strip-privacy") && rule.value("determination").isEmpty() && rule.value("contributor").isEmpty();
    }
}
