package tearline.server.store;

/** A part that stands in feeds under an agreement, and that an activation or an emergency had a hand in: the decision says which. */
public record Overlaid(PartName part, String agreement, String decisionJson) {}
