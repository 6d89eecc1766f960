package tearline.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tearline.engine.kit.Shipped;
import tearline.engine.xml.CountingServer;
import tearline.engine.xml.Shelf;

/** A schema imports only from the shelf, and a document cannot bring a schema of its own. */
class SchemasTest {

    @TempDir Path folder;
    private CountingServer server;

    @BeforeEach
    void aSchemaLiesOutside() throws IOException {
        server = new CountingServer("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:outside'/>");
        Files.writeString(folder.resolve("outside.xsd"), "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:outside'/>");
        Files.createDirectories(folder.resolve("overlay/xsd/odd"));
    }

    @AfterEach
    void nobodyCalled() {
        assertThat(server.calls()).isZero();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FILE", "HTTP", "../../../outside.xsd", "shelf:/../outside.xsd"})
    void anImportFromOutsideIsRefused(String location) throws IOException {
        schema("<xs:import namespace='urn:outside' schemaLocation='" + located(location) + "'/>");
        assertThatThrownBy(() -> schemas().get("xsd/odd/odd.xsd")).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE xs:schema SYSTEM 'HTTP'>", "<!DOCTYPE xs:schema [<!ENTITY % p SYSTEM 'HTTP'> %p;]>"})
    void aDtdOfASchemaIsNotFetched(String doctype) throws IOException {
        Files.writeString(folder.resolve("overlay/xsd/odd/odd.xsd"), located(doctype) + "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>");
        assertThatThrownBy(() -> schemas().get("xsd/odd/odd.xsd")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void anImportFromTheShelfIsRead() throws IOException {
        Files.writeString(folder.resolve("overlay/xsd/odd/part.xsd"), "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:part'><xs:element name='p'/></xs:schema>");
        schema("<xs:import namespace='urn:part' schemaLocation='part.xsd'/><xs:element name='a'><xs:complexType><xs:sequence><xs:element ref='p:p'/></xs:sequence></xs:complexType></xs:element>");
        assertThat(schemas().get("xsd/odd/odd.xsd")).isNotNull();
    }

    @Test
    void aDocumentCannotBringItsOwnSchema() throws IOException {
        var flood = Files.readString(Path.of("../../xsd/cap-1.2/samples/01-flood-warning.xml"));
        for (var hint : new String[] {"xsi:schemaLocation='urn:oasis:names:tc:emergency:cap:1.2 HTTP'", "xsi:schemaLocation='urn:other HTTP'", "xsi:noNamespaceSchemaLocation='HTTP'", "xsi:schemaLocation='urn:oasis:names:tc:emergency:cap:1.2 FILE'"}) {
            var text = flood.replaceFirst("<alert ", "<alert xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' " + located(hint) + " ");
            var checked = Shipped.HOUSE.checker().check(text.getBytes());
            assertThat(checked.findings()).as(hint).isEmpty();
            var broken = text.replace("<msgType>Alert</msgType>", "");
            assertThat(Shipped.HOUSE.checker().check(broken.getBytes()).findings()).as("the schema of the house still speaks").isNotEmpty();
        }
    }

    private void schema(String body) throws IOException {
        Files.writeString(folder.resolve("overlay/xsd/odd/odd.xsd"), "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:p='urn:part'>" + body + "</xs:schema>");
    }

    private Schemas schemas() {
        return new Schemas(Shelf.shipped(folder.resolve("overlay")));
    }

    private String located(String text) {
        return text.replace("FILE", folder.resolve("outside.xsd").toUri().toString()).replace("HTTP", server.uri("a.xsd"));
    }
}
