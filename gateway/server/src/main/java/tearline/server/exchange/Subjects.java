package tearline.server.exchange;

import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.xml.Saxon;

/** What a report is about, for whoever looks through a feed: read out of the product itself, so nothing that was withheld can be in it. */
record Subjects(String title, List<String> categories) {

    private static final String CODES = "https://docs.oasis-open.org/niemopen/ns/model/codes/pmise_sar/6.0/";
    private static final Subjects NONE = new Subjects("", List.of());

    static Subjects of(String format, byte[] product) {
        if (!format.equals("niem-sar-6.0")) return NONE;
        var root = Saxon.root(Saxon.tree(product));
        if (root.getNodeName().getLocalName().equals("SuspiciousActivityReportPointer")) return new Subjects("Pointer only", List.of());
        if (!root.getNodeName().getLocalName().equals("SuspiciousActivityReport")) return NONE;
        var categories = new ArrayList<String>();
        for (var code : List.of("SuspiciousActivityCode", "TargetSectorCode")) {
            for (var term : texts(root, "distinct-values(//*[local-name() = '" + code + "']/normalize-space(.)[.])")) categories.add(CODES + code + " " + term);
        }
        return new Subjects(String.join("", texts(root, "*[local-name() = 'DocumentTitleText'][1]/normalize-space(.)")), categories);
    }

    private static List<String> texts(XdmNode root, String path) {
        try {
            var texts = new ArrayList<String>();
            for (var one : Saxon.newXPath().evaluate(path, root)) texts.add(one.getStringValue());
            return texts;
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }
}
