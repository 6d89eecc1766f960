package tearline.engine.house;

import tearline.engine.check.Checker;
import tearline.engine.check.Schemas;
import tearline.engine.mapping.Mappings;
import tearline.engine.message.Limits;
import tearline.engine.message.MessageReader;
import tearline.engine.model.Categories;
import tearline.engine.model.RecordModel;
import tearline.engine.standard.Standards;
import tearline.engine.xml.Shelf;

/** What stands on the shelf, opened once: standards, schemas, mappings, the common model. */
public record House(Shelf shelf, Standards standards, Checker checker, Mappings mappings, RecordModel model) {

    public static House open(Shelf shelf) {
        var standards = new Standards(shelf);
        return new House(shelf, standards, new Checker(shelf, standards, new Schemas(shelf)), new Mappings(shelf), new RecordModel(shelf, new Categories(shelf)));
    }

    public Categories categories() {
        return model.categories();
    }

    /** Reads messages that ask to be carried, strictly or as lenient as the sender's file allows. */
    public MessageReader reader(boolean lenient) {
        return reader(lenient, Limits.STANDARD);
    }

    /** The same within the limits of a configuration. */
    public MessageReader reader(boolean lenient, Limits limits) {
        return new MessageReader(checker, mappings, MessageReader.Purpose.MESSAGE, lenient, limits);
    }

    /** Reads documents to say what they are and whether they are right. */
    public MessageReader inspector(boolean lenient) {
        return new MessageReader(checker, mappings, MessageReader.Purpose.CHECK, lenient, Limits.STANDARD);
    }
}
