package tearline.engine.proof;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The same document with one thing changed: a value, its presence, its number, its order, a remark beside it. */
final class Variation {

    private static final int REMARK = 6;
    private final Document document;
    private final Random random;
    private final List<Element> elements = new ArrayList<>();
    private final List<Element> leaves = new ArrayList<>();

    private Variation(byte[] source, long seed) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(source));
        random = new Random(seed);
        collect(document.getDocumentElement());
    }

    /** Two documents that differ in one thing; a remark is compared with another remark: that a document stands byte for byte as it came tells that it has none. */
    record Pair(String one, String other) {}

    static Pair of(byte[] source, long seed) throws Exception {
        int what = (int) Math.floorMod(seed, 9L);
        Variation one = new Variation(source, seed), other = new Variation(source, seed);
        if (what == REMARK) one.document.getDocumentElement().appendChild(one.document.createComment("as it came"));
        other.change(what);
        return new Pair(one.written(), other.written());
    }

    private void change(int what) {
        switch (what) {
            case 0, 1, 2 -> value(any(leaves));
            case 3 -> remove(any(elements));
            case 4 -> repeat(any(elements));
            case 5 -> swap(any(elements));
            case REMARK -> remark(any(elements));
            case 7 -> attribute(any(elements));
            default -> paragraph(any(leaves));
        }
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> T any(List<T> list) {
        return any(list, random);
    }

    private void value(Element leaf) {
        leaf.setTextContent(other(leaf.getTextContent()));
    }

    /** Of the same shape, so that a schema takes it: digits for digits, and words that stand nowhere else. */
    private String other(String text) {
        if (text.isBlank()) return "Zqx " + word();
        if (text.chars().anyMatch(Character::isLetter) && text.contains(" ")) return random.nextBoolean() ? "Zqx " + word() : text + " zqx " + word();
        var out = new StringBuilder();
        for (char c : text.toCharArray()) out.append(c >= '1' && c <= '9' && random.nextInt(3) == 0 ? (char) ('1' + random.nextInt(9)) : c);
        return out.toString().equals(text) ? text + "q" : out.toString();
    }

    private String word() {
        var word = new StringBuilder("zx");
        for (int i = 2 + random.nextInt(9); i > 0; i--) word.append("qxzjvk".charAt(random.nextInt(6)));
        return word.toString();
    }

    private void remove(Element element) {
        if (element.getParentNode() instanceof Element parent) parent.removeChild(element);
    }

    private void repeat(Element element) {
        if (!(element.getParentNode() instanceof Element parent)) return;
        var twin = (Element) element.cloneNode(true);
        var attributes = twin.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) if (attributes.item(i).getLocalName() != null && attributes.item(i).getLocalName().equals("id")) attributes.item(i).setNodeValue(word());
        if (twin.getFirstChild() != null && twin.getElementsByTagName("*").getLength() == 0) twin.setTextContent(other(twin.getTextContent()));
        parent.insertBefore(twin, random.nextBoolean() ? element : element.getNextSibling());
    }

    private void swap(Element element) {
        for (Node next = element.getNextSibling(); next != null; next = next.getNextSibling()) {
            if (!(next instanceof Element)) continue;
            element.getParentNode().insertBefore(next, element);
            return;
        }
    }

    private void remark(Element element) {
        var remark = random.nextBoolean() ? document.createComment(" zqx " + word() + " ") : document.createProcessingInstruction("zqx", word());
        element.insertBefore(remark, random.nextBoolean() ? element.getFirstChild() : null);
    }

    private void attribute(Element element) {
        var attributes = element.getAttributes();
        if (attributes.getLength() == 0) {
            value(any(leaves));
            return;
        }
        var attribute = attributes.item(random.nextInt(attributes.getLength()));
        if (!attribute.getNodeName().startsWith("xmlns")) attribute.setNodeValue(other(attribute.getNodeValue()));
    }

    private void paragraph(Element leaf) {
        var marks = List.of("(U//LES)", "(CUI//LEI)", "(U//FOUO)", "(U)", "(CUI//SP-SSI)", "(U//FROBNICATE)");
        var text = any(marks, random) + " Zqx " + word() + ".";
        leaf.setTextContent(random.nextBoolean() ? leaf.getTextContent() + "\n" + text : text + "\n" + leaf.getTextContent());
    }

    private void collect(Element element) {
        elements.add(element);
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                leaf = false;
                collect(below);
            }
        }
        if (leaf) leaves.add(element);
    }

    private String written() throws Exception {
        var transformer = TransformerFactory.newInstance("com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl", null).newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        var out = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }
}
