package tearline.server.delivery;

import tearline.server.store.Delivery;

/** One try of one delivery, and what came of it. */
public record Attempt(Delivery delivery, Answer answer) {}
