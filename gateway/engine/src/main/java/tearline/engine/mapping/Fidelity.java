package tearline.engine.mapping;

import java.util.List;

/**
 * What became of a record when it crossed into a format of another kind: how many statements were kept, said otherwise or dropped.
 *
 * @param notes a line for each path that was not simply kept; never a value
 */
public record Fidelity(int kept, int coerced, int dropped, int unlisted, List<String> notes) {}
