package tearline.engine.config;

import java.util.List;
import java.util.Optional;

/**
 * An organisation or system we exchange with: who it is, what it sends and what it gets.
 *
 * @param name         its name, the same as the file's; the user name where it logs in
 * @param title        what people call it
 * @param organisation slt, federal, private, foreign, ngo or public
 * @param country      three capital letters (ISO 3166-1), such as USA
 * @param operatedBy   staff or contractor: who runs the receiving system
 * @param credentials  how it proves who it is, any one of them; none for one who never connects to us
 * @param sends        what it may send; absent for one who may send nothing
 * @param agreements   what it gets; none for one who gets nothing
 * @param sha256       digest of its file, 64 hexadecimal digits in small letters
 */
public record Partner(String name, String title, String organisation, String country, String operatedBy,
                      List<Credential> credentials, Optional<Sends> sends, List<Agreement> agreements, String sha256) {

    public Partner {
        credentials = List.copyOf(credentials);
        agreements = List.copyOf(agreements);
    }

    /** Whether this is anybody, who needs no credential and gets public content only. */
    public boolean isPublic() { return organisation.equals("public"); }
}
