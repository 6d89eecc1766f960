package tearline.server.command;

import java.nio.file.Path;
import tearline.engine.config.Configuration;
import tearline.engine.config.ConfigurationReader;
import tearline.engine.house.House;
import tearline.engine.house.HouseVocabulary;
import tearline.engine.xml.Shelf;

/** A configuration folder, read, with the house that it overlays. */
record OpenFolder(House house, Configuration configuration) {

    static OpenFolder of(Path folder) {
        var house = House.open(Shelf.shipped(folder));
        return new OpenFolder(house, new ConfigurationReader(new HouseVocabulary(house)).read(folder));
    }
}
