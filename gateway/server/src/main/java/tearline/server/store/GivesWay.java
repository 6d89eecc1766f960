package tearline.server.store;

/**
 * Deliveries in an agreement's queue that a newer message takes the place of.
 *
 * @param untried the newer message was made for a partner that cannot have it: if an attempt has begun meanwhile, it must be made anew
 */
public record GivesWay(String agreement, PartName part, boolean untried) {}
