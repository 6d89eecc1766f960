package tearline.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tearline.engine.model.Record;
import tearline.engine.xml.Saxon;

/** Every table that says what a crossing keeps and loses knows every statement of every record among the samples. */
class FidelityTest {

    @Test
    void noStatementOfARecordIsMissingFromTheTables() {
        int kept = 0, coerced = 0, dropped = 0, crossings = 0;
        for (var file : records()) {
            var record = Record.of(Saxon.tree(SampleFolders.bytes(file)));
            var kind = record.header().getKind().value();
            for (var format : Shipped.HOUSE.mappings().formats().keySet()) {
                var fidelity = Shipped.HOUSE.mappings().fidelity(format, kind, record.document());
                if (fidelity.isEmpty()) continue;
                assertThat(fidelity.get().notes()).as("%s into %s", file.getFileName(), format).noneMatch(note -> note.startsWith("unlisted"));
                assertThat(fidelity.get().unlisted()).isZero();
                kept += fidelity.get().kept();
                coerced += fidelity.get().coerced();
                dropped += fidelity.get().dropped();
                crossings++;
            }
        }
        System.out.printf("%d crossings: %d statements kept, %d coerced, %d dropped, none unlisted%n", crossings, kept, coerced, dropped);
        assertThat(crossings).isGreaterThan(20);
        assertThat(kept).isPositive();
    }

    private static List<Path> records() {
        var records = new ArrayList<Path>();
        for (var folder : SampleFolders.holding(SampleFolders.MAPPINGS, "mapping.xml")) {
            for (var file : SampleFolders.samplesOf(folder)) {
                if (file.toString().matches(".*\\.(out|common)\\.xml") && !folder.toString().matches(".*/(edxl-de|soap|atom|rss|alerts|ipaws|lexs-3).*")) records.add(file);
            }
        }
        return records;
    }
}
