package tearline.engine.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one folder of mappings can do: read a standard into the common model, write it from there, or both. */
public record Mapping(String standard, Optional<String> toCommon, Optional<FromCommon> fromCommon) {

    /**
     * Writes a format from records of some kinds; the product is checked against a standard or a JSON Schema.
     *
     * @param wraps kind to the format that this one is an envelope of; empty where it is none
     * @param labels how a list of products calls one of them and what it is about, read out of the product itself
     * @param through the format of which this one is another writing: what a crossing loses is what it loses there
     * @param signature where the gateway's signature stands, see {@link tearline.engine.xml.Signer}; absent where the format has no room for one
     */
    public record FromCommon(String stylesheet, Set<String> kinds, String mediaType, String extension, List<String> forms,
                             Map<String, String> wraps, Labels labels, Optional<String> checkStandard, Optional<String> checkJsonSchema, Optional<String> through, Optional<String> signature) {}

    /** XPaths over the root element of a product; categories by their scheme. */
    public record Labels(Optional<String> title, Map<String, String> categories) {}
}
