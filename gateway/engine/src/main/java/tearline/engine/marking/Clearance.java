package tearline.engine.marking;

import java.util.Set;

/**
 * What one partner may see: a label is released to it only if the clearance dominates it.
 *
 * @param organisation slt, federal, private, foreign, ngo, public
 * @param country      ISO 3166 alpha-3
 * @param operatedBy   staff or contractor: NOCON admits a county's employees, not its hosted platform
 * @param grants       CTRL, and one for each control and category; {@code LES/LEI} covers both; {@code OWNER:GBR} an originator's consent
 * @param credentials  PCII, SSI, CVI, CJIS: only those that are in force
 * @param inForce      whether the agreement is; if not, only what is public
 */
public record Clearance(String partner, String organisation, String country, String operatedBy,
                        Set<String> grants, Set<String> credentials, int maxTlp, boolean inForce) {

    public Clearance {
        grants = grants == null ? Set.of() : Set.copyOf(grants);
        credentials = credentials == null ? Set.of() : Set.copyOf(credentials);
        maxTlp = maxTlp > Tlp.RED ? Tlp.RED : maxTlp;
    }

    /** The clearance that an agreement in force gives. */
    public Clearance(String partner, String organisation, String country, String operatedBy,
                     Set<String> grants, Set<String> credentials, int maxTlp) {
        this(partner, organisation, country, operatedBy, grants, credentials, maxTlp, true);
    }

    /** The clearance of whoever comes without an agreement. */
    public static Clearance ofThePublic() {
        return new Clearance("", "public", "", "", Set.of(), Set.of(), Tlp.CLEAR, false);
    }
}
