package tearline.engine.kit;

import tearline.engine.house.House;
import tearline.engine.xml.Shelf;

/** The standards and mappings that ship, opened once for all tests. */
public final class Shipped {

    public static final House HOUSE = House.open(Shelf.shipped());

    private Shipped() {}
}
