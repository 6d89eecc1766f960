package tearline.engine.config;

import java.util.List;
import java.util.Set;

/** The names that a configuration may use, which come from the standards, mappings, categories and marks at hand. */
public interface Vocabulary {

    /** Standards that can be received. */
    Set<String> standards();

    /** Formats that can be made from the common model. */
    Set<String> formats();

    /** Kinds of record (alert, situation, sar) that can become this format; empty for an unknown one. */
    Set<String> kinds(String format);

    /** Forms of this format, the default first; empty where it has but one. */
    List<String> forms(String format);

    /** Whether a product in this format has room for the gateway's signature. */
    boolean canBeSigned(String format);

    /** Profiles of standards that can be asked for. */
    Set<String> profiles();

    /** Information categories of the common model. */
    Set<String> categories();

    /** Grants by name: CTRL, and one for each control and category that a grant can open. */
    Set<String> grants();

    /** Whether a mark, or a single control of one, is understood in every part. */
    boolean understandsMark(String mark);
}
