package tearline.server.door;

import java.time.Instant;
import tearline.engine.config.Partner;

/** Bytes at a door, from a partner that has proved who it is; no header of the outside comes further than here. */
public record Arrival(String door, Partner partner, String mediaType, byte[] bytes, Instant at, boolean wantsXml) {

    /** Under this name the filter leaves it with the request. */
    public static final String ATTRIBUTE = "tearline.arrival";

    @Override
    public String toString() {
        return "Arrival[" + door + " " + partner.name() + " " + bytes.length + " bytes]"; // never the bytes
    }
}
