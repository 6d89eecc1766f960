package tearline.engine.house;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tearline.engine.config.Vocabulary;
import tearline.engine.mapping.Mapping;
import tearline.engine.marking.Dominance;
import tearline.engine.marking.MarkParser;
import tearline.engine.standard.Profile;
import tearline.engine.standard.Profiles;
import tearline.engine.standard.Standard;

/** The names that a configuration may use, taken from what stands on the shelf. */
public final class HouseVocabulary implements Vocabulary {

    private final House house;
    private final MarkParser marks = new MarkParser();

    public HouseVocabulary(House house) {
        this.house = house;
    }

    /** Only what can be mapped to the common model can be carried. */
    @Override
    public Set<String> standards() {
        var names = new LinkedHashSet<String>();
        for (var standard : house.standards().list()) {
            if (standard.isEnvelope() || standard.kind() == Standard.Kind.OTHER) continue;
            if (house.mappings().find(standard.name()).flatMap(Mapping::toCommon).isPresent()) names.add(standard.name());
        }
        return names;
    }

    @Override public Set<String> formats() { return house.mappings().formats().keySet(); }

    @Override public Set<String> kinds(String format) { return find(format).map(Mapping.FromCommon::kinds).orElse(Set.of()); }

    @Override public List<String> forms(String format) { return find(format).map(Mapping.FromCommon::forms).orElse(List.of()); }

    @Override public boolean canBeSigned(String format) { return find(format).flatMap(Mapping.FromCommon::signature).isPresent(); }

    @Override public Set<String> profiles() { return new Profiles(house.shelf()).list().stream().map(Profile::name).collect(java.util.stream.Collectors.toSet()); }

    @Override public Set<String> categories() { return house.categories().names(); }

    @Override public Set<String> grants() { return Dominance.grants(); }

    @Override public boolean understandsMark(String mark) { return marks.parse(mark).label().understood(); }

    private Optional<Mapping.FromCommon> find(String format) {
        return Optional.ofNullable(house.mappings().formats().get(format));
    }
}
