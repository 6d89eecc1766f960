package tearline.engine.marking;

import java.util.List;
import java.util.Set;

/** The partners that the tests decide for: each differs from another in one thing that a mark asks about. */
final class Partners {
    static final Clearance FUSION_CENTER = new Clearance("fusion-center", "slt", "USA", "staff",
            Set.of("CTRL", "FOUO", "LES", "LEI", "PRVCY", "INV", "INF", "SSI", "PCII", "CRIT"), Set.of("SSI", "PCII", "CJIS"), Tlp.RED);
    static final Clearance COUNTY = new Clearance("county-eoc", "slt", "USA", "staff", Set.of("CTRL", "FOUO", "CRIT"), Set.of(), Tlp.AMBER_STRICT);
    static final Clearance PLATFORM = new Clearance("county-platform", "slt", "USA", "contractor", Set.of("CTRL", "FOUO", "CRIT"), Set.of(), Tlp.AMBER);
    static final Clearance REGION = new Clearance("federal-region", "federal", "USA", "staff",
            Set.of("CTRL", "FOUO", "SBU", "PCII"), Set.of("PCII"), Tlp.AMBER_STRICT);
    static final Clearance INTEGRATOR = new Clearance("federal-contractor", "federal", "USA", "contractor", Set.of("CTRL", "FOUO"), Set.of(), Tlp.AMBER);
    static final Clearance UTILITY = new Clearance("water-utility", "private", "USA", "staff", Set.of("CTRL"), Set.of(), Tlp.GREEN);
    static final Clearance BRITISH = new Clearance("british-desk", "foreign", "GBR", "staff", Set.of("CTRL", "LES"), Set.of(), Tlp.AMBER);
    static final Clearance VOLUNTEERS = new Clearance("volunteers", "ngo", "USA", "staff", Set.of(), Set.of(), Tlp.CLEAR);
    static final Clearance PUBLIC = Clearance.ofThePublic();

    static final List<Clearance> ALL = List.of(FUSION_CENTER, COUNTY, PLATFORM, REGION, INTEGRATOR, UTILITY, BRITISH, VOLUNTEERS, PUBLIC);

    private Partners() {
    }
}
