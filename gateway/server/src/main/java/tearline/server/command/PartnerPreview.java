package tearline.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tearline.engine.config.Partner;
import tearline.engine.exchange.Decision;
import tearline.engine.exchange.Exchange;
import tearline.server.look.Words;

/** What one partner would get of a message: its products, and the decision behind each agreement, also where it is nothing. */
record PartnerPreview(Partner partner, Map<String, Object> decision, Map<String, byte[]> products, List<String> sentences) {

    private static final String DECISION = "decision.json";
    private static final List<String> STRONGEST_FIRST = List.of("delivered", "dead", "withheld", "expired", "not-covered");
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static PartnerPreview of(Partner partner, Partner sender, Instant at, List<Rehearsal.Walked> walked) {
        var made = new PartnerPreview(partner, new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        var verdicts = new ArrayList<String>();
        var parts = new ArrayList<Object>();
        for (var one : walked) parts.add(made.part(one, verdicts));
        made.decision.put("partner", partner.name());
        made.decision.put("from", sender.name());
        made.decision.put("asOf", at.toString());
        made.decision.put("verdict", STRONGEST_FIRST.stream().filter(verdicts::contains).findFirst().orElse("not-covered"));
        made.decision.put("files", List.copyOf(made.products.keySet()));
        made.decision.put("parts", parts);
        if (partner.agreements().isEmpty()) made.sentences.add(partner.name() + " would get nothing: it has no agreement.");
        return made;
    }

    /** The same shape as explain's answer. */
    private Map<String, Object> part(Rehearsal.Walked walked, List<String> verdicts) {
        var agreements = new ArrayList<Object>();
        for (var one : walked.outcome().decided()) if (one.decision().partner().equals(partner.name())) agreements.add(decided(one, verdicts));
        for (var one : walked.outcome().plan().notCovered()) {
            if (!one.partner().equals(partner.name())) continue;
            verdicts.add("not-covered");
            agreements.add(row(one.agreement(), one.version(), "not-covered", partner.name() + " would get nothing: " + one.reason() + ".", null));
        }
        var row = new LinkedHashMap<String, Object>();
        row.put("part", walked.part().index());
        row.put("standard", walked.part().standard().orElseThrow().name());
        row.put("status", walked.outcome().plan().marked().status());
        row.put("agreements", agreements);
        return row;
    }

    private Map<String, Object> decided(Exchange.Decided one, List<String> verdicts) {
        var decision = one.decision();
        var verdict = decision.outcome().equals("pending") ? "delivered" : decision.outcome();
        verdicts.add(verdict);
        if (verdict.equals("delivered")) keep(one);
        JsonNode tree = JSON.valueToTree(decision);
        return row(decision.agreement(), decision.version(), verdict, Words.of(verdict, tree, partner.name()).replaceFirst(" got ", " would get "), tree);
    }

    private Map<String, Object> row(String agreement, int version, String verdict, String inWords, JsonNode decision) {
        sentences.add(inWords);
        var row = new LinkedHashMap<String, Object>();
        row.put("agreement", agreement);
        row.put("version", version);
        row.put("verdict", verdict);
        row.put("inWords", inWords);
        if (decision != null) row.put("decision", decision);
        return row;
    }

    /** Two doors may get the same product: the second file then says which door it is for. */
    private void keep(Exchange.Decided one) {
        var next = new HashMap<String, Integer>();
        for (Decision.ProductMade product : one.decision().products()) {
            var bytes = one.bytes().get(product.door()).get(next.merge(product.door(), 1, Integer::sum) - 1);
            var name = product.fileName();
            if (products.containsKey(name)) name = product.door() + "-" + name;
            for (int i = 2; products.containsKey(name); i++) name = i + "-" + product.fileName();
            products.put(name, bytes);
        }
    }

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        forget(folder);
        for (var product : products.entrySet()) Files.write(folder.resolve(product.getKey()), product.getValue());
        Files.write(folder.resolve(DECISION), JSON.writeValueAsBytes(decision));
    }

    /** The files of an earlier preview would look like products of this one; only what it listed is removed. */
    private static void forget(Path folder) throws IOException {
        var earlier = folder.resolve(DECISION);
        if (!Files.isRegularFile(earlier)) return;
        for (var file : JSON.readTree(Files.readAllBytes(earlier)).path("files")) {
            var path = folder.resolve(file.asText()).normalize();
            if (folder.normalize().equals(path.getParent())) Files.deleteIfExists(path);
        }
    }
}
