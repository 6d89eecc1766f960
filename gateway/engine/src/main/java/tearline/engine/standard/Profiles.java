package tearline.engine.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import tearline.engine.xml.Saxon;
import tearline.engine.xml.Shelf;

/** Every profile on the shelf: a folder with a profile.xml, its rules and its dated lists of codes. */
public final class Profiles {

    private final Map<String, Profile> byName = new LinkedHashMap<>();

    public Profiles(Shelf shelf) {
        for (var folder : shelf.foldersWith("xsd", "profile.xml")) {
            var profile = read(shelf, "xsd/" + folder);
            byName.put(profile.name(), profile);
        }
    }

    public Optional<Profile> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<Profile> list() {
        return List.copyOf(byName.values());
    }

    private static Profile read(Shelf shelf, String folder) {
        var root = Saxon.root(Saxon.tree(shelf.get(folder + "/profile.xml")));
        Set<String> codes = new LinkedHashSet<>(), prefixes = new LinkedHashSet<>();
        var rules = new ArrayList<String>();
        for (var child : Saxon.elements(root)) {
            if (child.getNodeName().getLocalName().equals("rules")) rules.add(folder + "/" + attribute(child, "file"));
            if (attribute(child, "code") != null) codes.add(attribute(child, "code"));
            if (attribute(child, "code-prefix") != null) prefixes.add(attribute(child, "code-prefix"));
        }
        return new Profile(attribute(root, "name"), attribute(root, "title"), attribute(root, "standard"), Set.copyOf(codes), Set.copyOf(prefixes), List.copyOf(rules));
    }

    private static String attribute(XdmNode element, String name) {
        return element.getAttributeValue(new QName(name));
    }
}
