package tearline.engine.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tearline.engine.config.Operation;
import tearline.engine.kit.Shipped;
import tearline.engine.model.Position;
import tearline.engine.model.RecordModel;

/** The list of what a view lets through can be read, is the same for the same view, and holds nothing that was not named. */
class AllowListTest {

    private static final String C = "Q{https://tearline.example/common/1.0}";
    private static final RecordModel MODEL = Shipped.HOUSE.model();

    @Test
    void itNamesEveryPathThatPassesWithItsOperationCategoryAndAttributes() {
        var text = list(Map.of("title", Operation.KEEP, "time", new Operation.Generalize("day"))).text();
        assertThat(text.lines()).contains(
                C + "record/" + C + "event\tholds\tevent\t@id anew, @mark, @role",
                C + "record/" + C + "event/" + C + "headline\tkeep\ttitle\t@id anew, @kind, @lang, @mark, @scheme, @unit",
                C + "record/" + C + "event/" + C + "expires\tgeneralize day\ttime\t@id anew, @kind, @lang, @mark, @scheme, @unit");
        assertThat(text).doesNotContain("description").doesNotContain("person").doesNotContain("extension");
    }

    @Test
    void withoutACategoryOnlyTheHeaderAndTheMarkingAreListed() {
        assertThat(list(Map.of()).text().lines().map(line -> line.replace(C, "").replaceAll("\t.*", ""))).contains("record", "record/header", "record/header/id")
                .allMatch(path -> path.matches("record(/(header|marking|submission).*)?")).noneMatch(path -> path.matches(".*/(note|source|addresses|reference.*|incident)"));
    }

    @Test
    void everyCategoryOpensItsOwnPathsAndNoOther() {
        for (var category : Shipped.HOUSE.categories().names()) {
            var lines = list(Map.of(category, Operation.KEEP)).text().lines().map(line -> line.split("\t", -1)).filter(line -> line.length > 2 && !line[1].equals("holds")).toList();
            assertThat(lines).as(category).allMatch(line -> List.of(category, "header", "marking").contains(line[2]));
            if (!category.equals("header") && !category.equals("marking")) assertThat(lines).as(category).anyMatch(line -> line[2].equals(category));
        }
    }

    @Test
    void aSummaryListsNoCategoryThatIdentifiesAPerson() {
        var everything = new TreeMap<String, Operation>();
        Shipped.HOUSE.categories().names().forEach(name -> everything.put(name, Operation.KEEP));
        assertThat(AllowList.compile(MODEL, everything, false).text()).contains("person.name");
        assertThat(AllowList.compile(MODEL, everything, true).text()).doesNotContain("keep\tperson.name").doesNotContain("keep\titem.identifier").doesNotContain("keep\tplace.exact").contains("keep\tplace.general");
    }

    @Test
    void aKindWithACategoryOfItsOwnIsListedByItself() {
        assertThat(list(Map.of("threat", Operation.KEEP)).text()).contains("fact[@kind='terrorismNexus']\tkeep\tthreat");
        assertThat(list(Map.of("casualties", Operation.KEEP)).text()).doesNotContain("terrorismNexus");
    }

    @Test
    void equalViewsHaveEqualDigestsAndEveryChangeShows() {
        var one = list(Map.of("title", Operation.KEEP));
        assertThat(list(Map.of("title", Operation.KEEP)).sha256()).isEqualTo(one.sha256()).hasSize(64);
        assertThat(list(Map.of("title", new Operation.Mask())).sha256()).isNotEqualTo(one.sha256());
        assertThat(list(Map.of("title", Operation.KEEP, "time", Operation.KEEP)).sha256()).isNotEqualTo(one.sha256());
    }

    @Test
    void whatStandsUnderWhatTheModelDoesNotKnowHasNoPosition() {
        Position person = MODEL.root().find("person", null).orElseThrow();
        assertThat(person.find("age", null)).isPresent();
        assertThat(person.find("shoeSize", null)).isEmpty();
        assertThat(MODEL.size()).isGreaterThan(400);
    }

    private static AllowList list(Map<String, Operation> keeps) {
        return AllowList.compile(MODEL, keeps, false);
    }
}
