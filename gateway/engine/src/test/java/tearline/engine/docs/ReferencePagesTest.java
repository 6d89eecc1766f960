package tearline.engine.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tearline.engine.xml.Shelf;

/** The pages under docs/reference say what the program says: each is made here once more and held against the committed one. */
class ReferencePagesTest {

    private static final Path REFERENCE = Path.of("../../docs/reference");
    /** With -Dtearline.docs.write=true the pages are written instead of compared. */
    private static final boolean WRITE = Boolean.getBoolean("tearline.docs.write");

    @Test
    void thePageOfRefusalsListsEveryCodeOfTheProgram() throws IOException {
        isWhatTheProgramSays("refusals.md", RefusalsPage.text());
    }

    @Test
    void thePageOfTheConfigurationSaysWhatItsSchemaSays() throws IOException {
        try (var schema = ReferencePagesTest.class.getResourceAsStream("/tearline/engine/config/configuration.xsd")) {
            isWhatTheProgramSays("configuration.md", new ConfigurationPage(schema.readAllBytes()).text());
        }
    }

    @Test
    void thePageOfCategoriesSaysWhatTheTableBesideTheModelSays() throws IOException {
        isWhatTheProgramSays("categories.md", CategoriesPage.text(Shelf.shipped().get("xsd/common-1.0/categories.xml")));
    }

    private static void isWhatTheProgramSays(String name, String made) throws IOException {
        var page = REFERENCE.resolve(name);
        if (WRITE) {
            Files.createDirectories(REFERENCE);
            Files.writeString(page, made);
        }
        assertThat(page).as("docs/reference/%s is not there; make it with %s", name, COMMAND).exists();
        assertThat(Files.readString(page)).as("docs/reference/%s is stale: it no longer says what the program says. Make it anew with %s", name, COMMAND).isEqualTo(made);
    }

    private static final String COMMAND = "'mvn -q test -pl gateway/engine -am -Dtest=ReferencePagesTest -Dsurefire.failIfNoSpecifiedTests=false -Dtearline.docs.write=true'";
}
